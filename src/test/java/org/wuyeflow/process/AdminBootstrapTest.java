package org.wuyeflow.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.StartRefusal;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AdminBootstrapTest {

	private final ProcessEngine engine = new StandaloneInMemProcessEngineConfiguration()
		.setProcessEngineName("admin-bootstrap")
		.setJdbcUrl("jdbc:h2:mem:admin-bootstrap")
		.setAuthorizationEnabled(true)
		.buildProcessEngine();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void firstStartWithoutPasswordIsRefusedByNamingTheSetting() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> start(" "))
			.withMessageContaining("WUYEFLOW_ADMIN_PASSWORD");
		assertThat(this.engine.getIdentityService().createUserQuery().count()).isZero();
	}

	@Test
	void firstStartMakesAnAdministratorWhoMayDoEverything() {
		start("first");
		assertThat(this.engine.getIdentityService().checkPassword("admin", "first")).isTrue();
		for (Resources resource : Resources.values()) {
			assertThat(this.engine.getAuthorizationService()
				.createAuthorizationQuery()
				.groupIdIn("camunda-admin")
				.resourceType(resource)
				.resourceId("*")
				.hasPermission(Permissions.ALL)
				.count()).as(resource.name()).isOne();
		}
		assertThat(this.engine.getIdentityService().createGroupQuery().groupMember("admin").singleResult().getId())
			.isEqualTo("camunda-admin");
	}

	@Test
	void laterStartsNeitherNeedNorChangeThePassword() {
		start("first");
		start("");
		start("second");
		assertThat(this.engine.getIdentityService().checkPassword("admin", "first")).isTrue();
	}

	private void start(String password) {
		new AdminBootstrap((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration(),
				TransactionOperations.withoutTransaction(), password)
			.afterSingletonsInstantiated();
	}

}
