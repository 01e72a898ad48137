package org.wuyeflow.process.security;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a model's expressions and scripts reach. */
@IntegrationTest
class ModelExpressionsIT {

	@Autowired
	private RepositoryService repositoryService;

	@Autowired
	private RuntimeService runtimeService;

	private Deployment deployment;

	@AfterEach
	void undeploy() {
		this.repositoryService.deleteDeployment(this.deployment.getId(), true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${dataSource.connection}", "${identityService.newUser('x')}", "${environment.toString()}",
			"${''.getClass()}", "${''['class']}", "${execution.getClass().forName('java.lang.Runtime')}",
			"${execution.processEngineServices.class}" })
	void expressionReachesNeitherOtherBeansNorClasses(String expression) {
		deploy(Bpmn.createExecutableProcess("trial-expression")
			.camundaHistoryTimeToLive(1)
			.startEvent()
			.serviceTask()
			.camundaExpression(expression)
			.endEvent()
			.done());
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.runtimeService.startProcessInstanceByKey("trial-expression"));
	}

	@Test
	void expressionReachesVariables() {
		deploy(Bpmn.createExecutableProcess("trial-expression")
			.camundaHistoryTimeToLive(1)
			.startEvent()
			.serviceTask()
			.camundaExpression("${list.size()}")
			.camundaResultVariable("size")
			.userTask()
			.endEvent()
			.done());
		String id = this.runtimeService.createProcessInstanceByKey("trial-expression")
			.setVariable("list", new java.util.ArrayList<>(List.of("a", "b")))
			.execute()
			.getId();
		assertThat(this.runtimeService.getVariable(id, "size")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript", "groovy", "juel", "ecmascript" })
	void scriptsDoNotRun(String language) {
		deploy(Bpmn.createExecutableProcess("trial-expression")
			.camundaHistoryTimeToLive(1)
			.startEvent()
			.scriptTask()
			.scriptFormat(language)
			.scriptText("1 + 1")
			.endEvent()
			.done());
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.runtimeService.startProcessInstanceByKey("trial-expression"));
	}

	private void deploy(BpmnModelInstance model) {
		this.deployment = this.repositoryService.createDeployment()
			.name("expression-trial")
			.addModelInstance("trial-expression.bpmn", model)
			.deploy();
	}

}
