package org.wuyeflow.process.security;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address in which letters, digits or the signs {@code - . _} stand encoded.
 * No honest program writes so; it is a way to slip by a rule that reads addresses as
 * written.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainSpelling extends OncePerRequestFilter {

	private static final Pattern DISGUISED = Pattern.compile(
			";|//|/\\.\\.?(?:/|$)|%(?:2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9A])", Pattern.CASE_INSENSITIVE);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (DISGUISED.matcher(request.getRequestURI()).find()) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
