package org.wuyeflow.process;

import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class WorkContextPluginIT {

	private static final String CASE = TrialStepDelegate.CASE;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	JdbcTemplate jdbc;

	private String deployment;

	@BeforeEach
	void deploy() {
		BpmnModelInstance model = Bpmn.createExecutableProcess("trial-steps")
			.camundaHistoryTimeToLive(1)
			.startEvent("StartEvent_Trial")
			.name("开始试验")
			.camundaExecutionListenerDelegateExpression(ExecutionListener.EVENTNAME_END, "${trialStepListener}")
			.userTask("UserTask_Try")
			.name("试办")
			.camundaTaskListenerDelegateExpression(TaskListener.EVENTNAME_COMPLETE, "${trialStepListener}")
			.serviceTask("ServiceTask_Note")
			.name("记下")
			.camundaDelegateExpression("${trialStepDelegate}")
			.endEvent()
			.done();
		this.deployment = this.repository.createDeployment()
			.addModelInstance("trial-steps.bpmn", model)
			.deploy()
			.getId();
	}

	@AfterEach
	void undeploy() {
		this.repository.deleteDeployment(this.deployment, true);
	}

	@Test
	void eachChangeNamesTheStepOfTheModel() {
		String instance = this.runtime.startProcessInstanceByKey("trial-steps", CASE).getId();
		this.tasks.complete(this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getId());

		assertThat(this.jdbc.queryForList("""
				select c.activity, c.activity_name, c.process, c.staff_id, c.step_id
				from record_change c join duty_log_entry e on e.id = c.entity_id
				where c.case_number = ? order by e.serial""", CASE)).extracting(Map::values).satisfies((rows) -> {
			assertThat(rows).hasSize(3);
			assertThat(rows.get(0)).contains("StartEvent_Trial", "开始试验", "trial-steps", "system");
			assertThat(rows.get(1)).contains("UserTask_Try", "试办");
			assertThat(rows.get(2)).contains("ServiceTask_Note", "记下");
		});
		assertThat(this.jdbc.queryForList("""
				select a.ACT_ID_ from record_change c join ACT_HI_ACTINST a on a.ID_ = c.step_id
				where c.case_number = ?""", String.class, CASE)).containsExactlyInAnyOrder("StartEvent_Trial",
				"UserTask_Try", "ServiceTask_Note");
	}

}
