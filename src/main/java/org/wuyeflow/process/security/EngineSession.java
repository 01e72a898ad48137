package org.wuyeflow.process.security;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.wuyeflow.office.Staff;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is logged in, with the roles and offices he has at this moment:
 * its REST API by the thread, its web applications by their part of the session.
 */
abstract class EngineSession extends OncePerRequestFilter {

	private final StaffDirectory directory;

	EngineSession(StaffDirectory directory) {
		this.directory = directory;
	}

	/** Hands the request on as this member of staff. */
	abstract void as(Staff staff, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		Staff staff = (login != null) ? this.directory.find(login.getName()).orElse(null) : null;
		if (staff != null) {
			as(staff, request, response, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** For the REST API. */
	static final class OfRest extends EngineSession {

		private final IdentityService identityService;

		OfRest(StaffDirectory directory, IdentityService identityService) {
			super(directory);
			this.identityService = identityService;
		}

		@Override
		void as(Staff staff, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			this.identityService.setAuthentication(staff.id(), List.copyOf(staff.roles()),
					List.copyOf(staff.offices()));
			try {
				chain.doFilter(request, response);
			}
			finally {
				this.identityService.clearAuthentication();
			}
		}

	}

	/** For the web applications. */
	static final class OfWebapps extends EngineSession {

		private final ProcessEngine engine;

		OfWebapps(StaffDirectory directory, ProcessEngine engine) {
			super(directory);
			this.engine = engine;
		}

		@Override
		void as(Staff staff, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
			if (!isCurrent(known, staff)) {
				known.addOrReplace(AuthenticationUtil.createAuthentication(this.engine, staff.id(),
						List.copyOf(staff.roles()), List.copyOf(staff.offices())));
			}
			chain.doFilter(request, request.isSecure() ? new SecureCookies(response) : response);
		}

		private boolean isCurrent(Authentications known, Staff staff) {
			return known.getAuthenticationForProcessEngine(this.engine.getName()) instanceof UserAuthentication user
					&& user.getIdentityId().equals(staff.id()) && Set.copyOf(user.getGroupIds()).equals(staff.roles())
					&& Set.copyOf(user.getTenantIds()).equals(staff.offices());
		}

	}

	/** Keeps the web applications' token cookie to encrypted connections, too. */
	private static final class SecureCookies extends HttpServletResponseWrapper {

		SecureCookies(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void addHeader(String name, String value) {
			boolean token = name.equalsIgnoreCase("Set-Cookie") && value.startsWith("XSRF-TOKEN");
			super.addHeader(name, (token && !value.contains("Secure")) ? value + ";Secure" : value);
		}

	}

}
