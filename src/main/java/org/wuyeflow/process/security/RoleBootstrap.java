package org.wuyeflow.process.security;

import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.wuyeflow.office.Role;

import org.springframework.stereotype.Component;

/**
 * Makes a group of each role and a tenant of each management office. What is there
 * already stays as it is, but for its name.
 */
@Component
class RoleBootstrap {

	private static final String TYPE = "WORKFLOW";

	private final IdentityService identityService;

	RoleBootstrap(IdentityService identityService) {
		this.identityService = identityService;
	}

	/** Makes the groups of the roles. */
	void groups() {
		for (Role role : Role.values()) {
			Group group = this.identityService.createGroupQuery().groupId(role.id()).singleResult();
			if (group == null || !role.title().equals(group.getName())) {
				Group saved = (group != null) ? group : this.identityService.newGroup(role.id());
				saved.setName(role.title());
				saved.setType(TYPE);
				this.identityService.saveGroup(saved);
			}
		}
	}

	/**
	 * Makes the tenants of the offices.
	 * @param offices Chinese name by office id
	 */
	void tenants(Map<String, String> offices) {
		offices.forEach((id, name) -> {
			Tenant tenant = this.identityService.createTenantQuery().tenantId(id).singleResult();
			if (tenant == null || !name.equals(tenant.getName())) {
				Tenant saved = (tenant != null) ? tenant : this.identityService.newTenant(id);
				saved.setName(name);
				this.identityService.saveTenant(saved);
			}
		});
	}

}
