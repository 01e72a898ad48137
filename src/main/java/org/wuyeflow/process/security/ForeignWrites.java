package org.wuyeflow.process.security;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps another web site from writing through the REST API with a colleague's open
 * session: a write names no foreign origin, and one that brings no password of its own
 * carries a header that a foreign page cannot set.
 */
final class ForeignWrites extends OncePerRequestFilter {

	/** The header that a script of ours adds to a write; any value. */
	static final String OWN_PAGE = "X-Requested-With";

	private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (READS.contains(request.getMethod()) || (isOwnOrigin(request) && isDeliberate(request))) {
			chain.doFilter(request, response);
		}
		else {
			JsonAnswer.write(response, HttpServletResponse.SC_FORBIDDEN, "ForeignWrite",
					"这个请求不是从本系统的页面发出的，已被拒绝。程序调用请使用用户名和密码（HTTP Basic），或带上请求头 " + OWN_PAGE + "。");
		}
	}

	private static boolean isOwnOrigin(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return (site == null || site.equals("same-origin") || site.equals("none"))
				&& (origin == null || isServer(request, origin));
	}

	private static boolean isServer(HttpServletRequest request, String origin) {
		try {
			URI from = new URI(origin);
			int port = (from.getPort() != -1) ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
			return request.getServerName().equalsIgnoreCase(from.getHost()) && request.getServerPort() == port;
		}
		catch (java.net.URISyntaxException ex) {
			return false;
		}
	}

	private static boolean isDeliberate(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getHeader(OWN_PAGE) != null;
	}

}
