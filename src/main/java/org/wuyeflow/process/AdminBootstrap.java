package org.wuyeflow.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.wuyeflow.StartRefusal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the administrator at the first start, before anybody can reach the application.
 * His password is the setting {@code WUYEFLOW_ADMIN_PASSWORD}; it is read only while
 * there is no user {@code admin}, and a first start without it is refused.
 */
@Component
final class AdminBootstrap implements SmartInitializingSingleton {

	private static final String ADMIN = "admin";

	private final ProcessEngineConfigurationImpl engine;

	private final IdentityServiceImpl identities;

	private final AuthorizationService authorizations;

	private final TransactionOperations transaction;

	private final String password;

	AdminBootstrap(ProcessEngineConfigurationImpl engine, TransactionOperations transaction,
			@Value("${wuyeflow.admin-password:}") String password) {
		this.engine = engine;
		this.identities = (IdentityServiceImpl) engine.getIdentityService();
		this.authorizations = engine.getAuthorizationService();
		this.transaction = transaction;
		this.password = password;
	}

	/**
	 * Makes the administrator, his group and its rights, where he is missing.
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
		this.transaction.executeWithoutResult((status) -> {
			awaitOtherNodes();
			if (!adminExists()) {
				createAdmin();
			}
		});
	}

	private void awaitOtherNodes() {
		this.engine.getCommandExecutorTxRequired().execute((context) -> {
			context.getPropertyManager().acquireExclusiveLock();
			return null;
		});
	}

	private boolean adminExists() {
		return this.identities.createUserQuery().userId(ADMIN).count() > 0;
	}

	private void createAdmin() {
		User admin = this.identities.newUser(ADMIN);
		admin.setFirstName("系统管理员");
		admin.setPassword(this.password);
		boolean skipPasswordPolicy = true;
		this.identities.saveUser(admin, skipPasswordPolicy);
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
