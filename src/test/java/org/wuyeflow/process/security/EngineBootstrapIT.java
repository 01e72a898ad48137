package org.wuyeflow.process.security;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.wuyeflow.office.Role;
import org.wuyeflow.process.ModelDeployment;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class EngineBootstrapIT {

	@Autowired
	private EngineBootstrap bootstrap;

	@Autowired
	private ModelDeployment models;

	@Autowired
	private Grants grants;

	@Autowired
	private SecurityTrial trial;

	@Autowired
	private IdentityService identityService;

	@Autowired
	private AuthorizationService authorizationService;

	@Autowired
	private RepositoryService repositoryService;

	@Test
	void everyRoleIsAGroupWithItsChineseName() {
		Map<String, String> groups = this.identityService.createGroupQuery()
			.list()
			.stream()
			.collect(Collectors.toMap(Group::getId, Group::getName));
		for (Role role : Role.values()) {
			assertThat(groups).containsEntry(role.id(), role.title());
		}
	}

	@Test
	void everyRoleOfTheSampleLogsInAndStandsInHisOffice() {
		for (Role role : Role.values()) {
			assertThat(this.identityService.checkPassword(role.id(), "wuye-" + role.id())).as(role.id()).isTrue();
			assertThat(offices(role.id())).as(role.id())
				.containsExactlyInAnyOrder(
						role.companyWide() ? new String[] { "cuihu", "jinmao" } : new String[] { "cuihu" });
			if (!role.companyWide()) {
				String twin = role.id() + "-jinmao";
				assertThat(this.identityService.checkPassword(twin, "wuye-" + twin)).as(twin).isTrue();
				assertThat(offices(twin)).as(twin).containsExactly("jinmao");
				assertThat(this.identityService.createGroupQuery().groupMember(twin).singleResult().getId())
					.isEqualTo(role.id());
			}
		}
	}

	@Test
	void anotherStartAddsNothing() {
		this.bootstrap.afterSingletonsInstantiated();
		List<String> before = state();
		this.bootstrap.afterSingletonsInstantiated();
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void nodesThatStartTogetherDoItOnce() {
		List<String> before = state();
		CompletableFuture
			.allOf(Stream.generate(() -> CompletableFuture.runAsync(this.bootstrap::afterSingletonsInstantiated))
				.limit(4)
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void rightsThatWereAddedByHandToARoleAreTakenBack() {
		Authorization added = this.authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		added.setGroupId(Role.FRONT_DESK.id());
		added.setResource(Resources.DEPLOYMENT);
		added.setResourceId(Authorization.ANY);
		added.addPermission(Permissions.ALL);
		this.authorizationService.saveAuthorization(added);
		this.grants.apply();
		assertThat(this.authorizationService.createAuthorizationQuery()
			.groupIdIn(Role.FRONT_DESK.id())
			.resourceType(Resources.DEPLOYMENT)
			.count()).isZero();
	}

	@Test
	void noRoleMayDoWhatIsTheAdministratorsAlone() {
		this.trial.prepare();
		for (Role role : Role.values()) {
			refused(role, Resources.DEPLOYMENT, Permissions.CREATE, Permissions.READ, Permissions.DELETE);
			refused(role, Resources.BATCH, Permissions.CREATE,
					BatchPermissions.CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES);
			refused(role, Resources.FILTER, Permissions.CREATE, Permissions.UPDATE, Permissions.DELETE);
			refused(role, Resources.TASK, Permissions.CREATE, Permissions.UPDATE, Permissions.DELETE);
			refused(role, Resources.AUTHORIZATION, Permissions.CREATE, Permissions.UPDATE, Permissions.READ);
			refused(role, Resources.USER, Permissions.CREATE, Permissions.UPDATE, Permissions.DELETE);
			refused(role, Resources.PROCESS_INSTANCE, Permissions.UPDATE, Permissions.DELETE, Permissions.READ);
			for (String key : List.of(Authorization.ANY, SecurityTrial.DESK, SecurityTrial.MANAGER)) {
				for (Permission permission : List.of(ProcessDefinitionPermissions.UPDATE,
						ProcessDefinitionPermissions.DELETE, ProcessDefinitionPermissions.SUSPEND,
						ProcessDefinitionPermissions.UPDATE_INSTANCE,
						ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE, ProcessDefinitionPermissions.UPDATE_TASK,
						ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE, ProcessDefinitionPermissions.DELETE_INSTANCE,
						ProcessDefinitionPermissions.DELETE_HISTORY, ProcessDefinitionPermissions.MIGRATE_INSTANCE,
						ProcessDefinitionPermissions.RETRY_JOB, ProcessDefinitionPermissions.SUSPEND_INSTANCE,
						ProcessDefinitionPermissions.UPDATE_HISTORY)) {
					assertThat(allowed(role, permission, Resources.PROCESS_DEFINITION, key)).as(role + " " + permission)
						.isFalse();
				}
			}
		}
	}

	@Test
	void unchangedModelsAreNotDeployedAgain() {
		long before = this.repositoryService.createDeploymentQuery().deploymentName("wuyeflow").count();
		this.models.deployWhereChanged();
		assertThat(this.repositoryService.createDeploymentQuery().deploymentName("wuyeflow").count()).isEqualTo(before)
			.isLessThanOrEqualTo(1);
	}

	private void refused(Role role, Resource resource, Permission... permissions) {
		for (Permission permission : permissions) {
			assertThat(allowed(role, permission, resource, Authorization.ANY))
				.as(role + " " + resource + " " + permission)
				.isFalse();
		}
	}

	private boolean allowed(Role role, Permission permission, Resource resource, String id) {
		return this.authorizationService.isUserAuthorized("somebody", List.of(role.id()), permission, resource, id);
	}

	private List<String> offices(String user) {
		return this.identityService.createTenantQuery().userMember(user).list().stream().map(Tenant::getId).toList();
	}

	private List<String> state() {
		return Stream.of(
				this.authorizationService.createAuthorizationQuery()
					.list()
					.stream()
					.map((grant) -> grant.getAuthorizationType() + " " + grant.getGroupId() + " " + grant.getUserId()
							+ " " + grant.getResourceType() + " " + grant.getResourceId() + " " + grant.getId()),
				this.identityService.createUserQuery().list().stream().map(User::getId),
				this.identityService.createGroupQuery().list().stream().map(Group::getId),
				this.repositoryService.createDeploymentQuery().list().stream().map((deployment) -> deployment.getId()))
			.flatMap((part) -> part)
			.sorted()
			.toList();
	}

}
