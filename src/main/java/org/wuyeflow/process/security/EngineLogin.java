package org.wuyeflow.process.security;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password against the engine's users, for the log-in page and for
 * HTTP Basic alike. What somebody may do is asked anew at each request and so is no part
 * of the result.
 */
@Component
class EngineLogin implements AuthenticationProvider {

	private static final Logger log = LoggerFactory.getLogger(EngineLogin.class);

	private final IdentityService identityService;

	private final LoginThrottle throttle;

	EngineLogin(IdentityService identityService, LoginThrottle throttle) {
		this.identityService = identityService;
		this.throttle = throttle;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String user = attempt.getName();
		String password = String.valueOf(attempt.getCredentials());
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails web) ? web.getRemoteAddress()
				: "local";
		if (this.throttle.blocks(user, address)) {
			log.warn("Log-in of '{}' from {} refused: too many wrong passwords", printable(user), address);
			throw new LockedException("Too many wrong passwords");
		}
		if (!this.identityService.checkPassword(user, password)) {
			this.throttle.failed(user, address);
			log.warn("Log-in of '{}' from {} refused: wrong name or password", printable(user), address);
			throw new BadCredentialsException("Wrong name or password");
		}
		this.throttle.succeeded(user, address);
		UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(user, null,
				List.of());
		known.setDetails(attempt.getDetails());
		return known;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static String printable(String user) {
		String shown = user.replaceAll("[^\\p{L}\\p{N}._@-]", "?");
		return (shown.length() > 64) ? shown.substring(0, 64) : shown;
	}

}
