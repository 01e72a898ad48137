package org.wuyeflow.process.security;

import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.wuyeflow.office.Role;

import org.springframework.stereotype.Component;

/**
 * Two small processes to try rights on: {@code trial-desk} (front desk, then supervisor)
 * and {@code trial-manager}, which calls it. They are deployed apart from the
 * application's models.
 */
@Component
class SecurityTrial {

	static final String DESK = "trial-desk";

	static final String MANAGER = "trial-manager";

	private final RepositoryService repositoryService;

	private final RuntimeService runtimeService;

	private final TaskService taskService;

	private final IdentityService identityService;

	private final Grants grants;

	SecurityTrial(RepositoryService repositoryService, RuntimeService runtimeService, TaskService taskService,
			IdentityService identityService, Grants grants) {
		this.repositoryService = repositoryService;
		this.runtimeService = runtimeService;
		this.taskService = taskService;
		this.identityService = identityService;
		this.grants = grants;
	}

	/** Deploys the processes once and grants what they ask for. */
	synchronized void prepare() {
		if (this.repositoryService.createProcessDefinitionQuery().processDefinitionKey(DESK).count() == 0) {
			this.repositoryService.createDeployment()
				.name("security-trial")
				.addClasspathResource("security/trial-desk.bpmn")
				.addClasspathResource("security/trial-manager.bpmn")
				.addClasspathResource("security/start-trial.form")
				.deploy();
			this.grants.apply();
		}
	}

	/** Starts an instance of an office, with the engine's own rights. */
	ProcessInstance start(String office) {
		prepare();
		return this.runtimeService.createProcessInstanceByKey(DESK)
			.setVariable(OfficeOfInstance.OFFICE, office)
			.execute();
	}

	/** The open task of an instance. */
	Task task(ProcessInstance instance) {
		return this.taskService.createTaskQuery().processInstanceId(instance.getId()).singleResult();
	}

	/** Makes another user of an office, with the password of the sample's kind. */
	String colleague(String id, Role role, String office) {
		if (this.identityService.createUserQuery().userId(id).count() == 0) {
			User user = this.identityService.newUser(id);
			user.setFirstName("同事");
			user.setPassword("wuye-" + id);
			((IdentityServiceImpl) this.identityService).saveUser(user, true);
			Set.of(role.id()).forEach((group) -> this.identityService.createMembership(id, group));
			this.identityService.createTenantUserMembership(office, id);
		}
		return id;
	}

}
