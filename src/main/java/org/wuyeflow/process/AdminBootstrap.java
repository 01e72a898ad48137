package org.wuyeflow.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.wuyeflow.StartRefusal;

/**
 * Makes the administrator at the first start, before anybody can reach the application.
 * His password is the setting {@code WUYEFLOW_ADMIN_PASSWORD}; it is read only while
 * there is no user {@code admin}, and a first start without it is refused.
 */
@Component
final class AdminBootstrap implements SmartInitializingSingleton {

	private static final String ADMIN = "admin";

	private final IdentityService identities;

	private final AuthorizationService authorizations;

	private final TransactionOperations transaction;

	private final String password;

	AdminBootstrap(IdentityService identities, AuthorizationService authorizations, TransactionOperations transaction,
			@Value("${wuyeflow.admin-password:}") String password) {
		this.identities = identities;
		this.authorizations = authorizations;
		this.transaction = transaction;
		this.password = password;
	}

	/**
	 * Makes what is missing of the administrator, his group and its rights.
	 * @throws StartRefusal where he is missing and no password is set
	 */
	@Override
	public void afterSingletonsInstantiated() {
		if (adminExists()) {
			return;
		}
		if (this.password.isBlank()) {
			throw new StartRefusal("首次启动缺少设置 WUYEFLOW_ADMIN_PASSWORD（管理员 admin 的口令）。",
					"WUYEFLOW_ADMIN_PASSWORD not set, the first start needs it (the password of the user admin).");
		}
		try {
			this.transaction.executeWithoutResult((status) -> createAdmin());
		}
		catch (ProcessEngineException ex) {
			// Another node may have started at the same moment.
			if (!adminExists()) {
				throw ex;
			}
		}
	}

	private boolean adminExists() {
		return this.identities.createUserQuery().userId(ADMIN).count() > 0;
	}

	private void createAdmin() {
		User admin = this.identities.newUser(ADMIN);
		admin.setFirstName("系统管理员");
		admin.setLastName("");
		admin.setPassword(this.password);
		// The operator chose this password: no policy for the passwords of staff applies.
		((IdentityServiceImpl) this.identities).saveUser(admin, true);
		if (this.identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
			Group group = this.identities.newGroup(Groups.CAMUNDA_ADMIN);
			group.setName("系统管理员");
			group.setType(Groups.GROUP_TYPE_SYSTEM);
			this.identities.saveGroup(group);
		}
		for (Resource resource : Resources.values()) {
			grantAll(resource);
		}
		this.identities.createMembership(ADMIN, Groups.CAMUNDA_ADMIN);
	}

	private void grantAll(Resource resource) {
		if (this.authorizations.createAuthorizationQuery()
			.groupIdIn(Groups.CAMUNDA_ADMIN)
			.resourceType(resource)
			.resourceId(Authorization.ANY)
			.count() > 0) {
			return;
		}
		Authorization grant = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setGroupId(Groups.CAMUNDA_ADMIN);
		grant.setResource(resource);
		grant.setResourceId(Authorization.ANY);
		grant.addPermission(Permissions.ALL);
		this.authorizations.saveAuthorization(grant);
	}

}
