package org.wuyeflow.process.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a REST caller ask for a list without saying how long it may be: he gets the first
 * page of the longest length that the engine allows. Without this the engine refuses such
 * a request, since it bounds what one answer may hold.
 */
final class BoundedLists extends OncePerRequestFilter {

	private static final String BOUND = "maxResults";

	private final int limit;

	/**
	 * For an engine with this limit.
	 * @param limit the engine's {@code queryMaxResultsLimit}
	 */
	BoundedLists(int limit) {
		this.limit = limit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String query = request.getQueryString();
		boolean bounded = query != null && ("&" + query).contains("&" + BOUND + "=");
		chain.doFilter(bounded ? request : new Bounded(request, BOUND + "=" + this.limit), response);
	}

	private static final class Bounded extends HttpServletRequestWrapper {

		private final String bound;

		Bounded(HttpServletRequest request, String bound) {
			super(request);
			this.bound = bound;
		}

		@Override
		public String getQueryString() {
			String query = super.getQueryString();
			return (query == null || query.isEmpty()) ? this.bound : query + "&" + this.bound;
		}

	}

}
