package org.wuyeflow.process.security;

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
		return (id != null) ? this.directory.find(id).orElse(Staff.SYSTEM) : Staff.SYSTEM;
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
