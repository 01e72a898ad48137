package org.wuyeflow.process.security;

import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts: whoever is logged in, else whom the engine takes as acting, else the system.
 * A user who was deleted while logged in has no role and no office left.
 */
@Component
class SessionStaff implements CurrentStaff {

	private final StaffDirectory directory;

	private final IdentityService identityService;

	SessionStaff(StaffDirectory directory, @Lazy IdentityService identityService) {
		this.directory = directory;
		this.identityService = identityService;
	}

	@Override
	public Staff get() {
		String id = id();
		if (id == null) {
			return Staff.SYSTEM;
		}
		return this.directory.find(id).orElseGet(() -> new Staff(id, id, Set.of(), Set.of()));
	}

	private String id() {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		if (login != null && login.isAuthenticated() && !(login instanceof AnonymousAuthenticationToken)) {
			return login.getName();
		}
		var acting = this.identityService.getCurrentAuthentication();
		return (acting != null) ? acting.getUserId() : null;
	}

}
