package org.wuyeflow.process.security;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.office.Role;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may do what with a task of his own office. */
@IntegrationTest
class TaskRightsIT {

	@LocalServerPort
	private int port;

	@Autowired
	private SecurityTrial trial;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RuntimeService runtimeService;

	@Autowired
	private TaskService taskService;

	@Autowired
	private AuthorizationService authorizationService;

	private ProcessInstance instance;

	private Task task;

	@BeforeEach
	void start() {
		this.instance = this.trial.start("cuihu");
		this.task = this.trial.task(this.instance);
	}

	@Test
	void candidateClaimsCompletesAndTheNextRoleGoesOn() {
		assertThat(on("front-desk", "claim", claim("front-desk")).statusCode()).isEqualTo(204);
		assertThat(on("front-desk", "complete", "{}").statusCode()).isEqualTo(204);
		this.task = this.trial.task(this.instance);
		assertThat(this.task.getName()).isEqualTo("主管复核");
		assertThat(on("front-desk", "complete", "{}").statusCode()).isEqualTo(403);
		assertThat(on("cs-supervisor", "complete", "{}").statusCode()).isEqualTo(204);
	}

	@Test
	void whoIsNoCandidateTouchesNothing() {
		for (String user : List.of("steward", "cs-supervisor", "office-manager", "general-manager", "auditor",
				"greening")) {
			for (String work : List.of("claim", "complete", "submit-form", "resolve", "unclaim")) {
				HttpResponse<String> answer = on(user, work, work.equals("claim") ? claim(user) : "{}");
				if (!(work.equals("unclaim") && user.equals("cs-supervisor"))) {
					assertThat(answer.statusCode()).as(user + " " + work).isEqualTo(403);
				}
			}
		}
		assertThat(this.trial.task(this.instance).getAssignee()).isNull();
	}

	@Test
	void colleaguesClaimedTaskIsHis() {
		String colleague = this.trial.colleague("front-desk-2", Role.FRONT_DESK, "cuihu");
		assertThat(on("front-desk", "claim", claim("front-desk")).statusCode()).isEqualTo(204);
		assertThat(on(colleague, "claim", claim(colleague)).statusCode()).isEqualTo(409);
		HttpResponse<String> complete = on(colleague, "complete", "{}");
		assertThat(complete.statusCode()).isEqualTo(403);
		assertThat(complete.body()).contains("林晓梅");
		assertThat(on(colleague, "unclaim", "{}").statusCode()).isEqualTo(403);
		assertThat(on("front-desk", "unclaim", "{}").statusCode()).isEqualTo(204);
		assertThat(on(colleague, "claim", claim(colleague)).statusCode()).isEqualTo(204);
	}

	@Test
	void nobodyClaimsForAnother() {
		assertThat(on("front-desk", "claim", claim("steward")).statusCode()).isEqualTo(403);
		assertThat(on("front-desk", "assignee", claim("steward")).statusCode()).isEqualTo(403);
	}

	@Test
	void superiorGivesATaskToStaffOfHisOfficeOnly() {
		assertThat(on("cs-supervisor", "assignee", claim("steward")).statusCode()).isEqualTo(204);
		assertThat(on("cs-supervisor", "assignee", claim("front-desk-jinmao")).statusCode()).isEqualTo(403);
		assertThat(on("cs-supervisor", "assignee", claim("nobody")).statusCode()).isEqualTo(403);
		assertThat(on("steward", "complete", "{}").statusCode()).isEqualTo(204);
	}

	@Test
	void candidatesDatesAndNamesAreTheModelsAlone() {
		String link = "{\"groupId\":\"steward\",\"type\":\"candidate\"}";
		for (String user : List.of("front-desk", "cs-supervisor", "office-manager")) {
			assertThat(on(user, "identity-links", link).statusCode()).as(user).isEqualTo(403);
			assertThat(on(user, "delegate", claim("steward")).statusCode()).as(user).isEqualTo(403);
			assertThat(Visitor.program(this.port, user)
				.json("PUT", "/engine-rest/task/" + this.task.getId(), "{\"name\":\"x\",\"due\":null}")
				.statusCode()).as(user).isEqualTo(403);
			assertThat(Visitor.program(this.port, user)
				.json("POST", "/engine-rest/task/create", "{\"name\":\"x\"}")
				.statusCode()).as(user).isEqualTo(403);
		}
	}

	@Test
	void nobodyWritesVariablesPastTheForms() {
		on("front-desk", "claim", claim("front-desk"));
		String value = "{\"value\":\"x\",\"type\":\"String\"}";
		for (String user : List.of("front-desk", "cs-supervisor", "office-manager", "auditor")) {
			Visitor program = Visitor.program(this.port, user);
			for (String place : List.of("task/" + this.task.getId() + "/variables/x",
					"task/" + this.task.getId() + "/localVariables/x",
					"process-instance/" + this.instance.getId() + "/variables/x",
					"execution/" + this.instance.getId() + "/localVariables/x")) {
				assertThat(program.json("PUT", "/engine-rest/" + place, value).statusCode()).as(user + " " + place)
					.isEqualTo(403);
			}
		}
	}

	@Test
	void contentOfATaskIsForItsCandidatesAndForManagers() {
		String variables = "/engine-rest/task/" + this.task.getId() + "/form-variables";
		assertThat(Visitor.program(this.port, "front-desk").get(variables).statusCode()).isEqualTo(200);
		assertThat(Visitor.program(this.port, "office-manager").get(variables).statusCode()).isEqualTo(200);
		assertThat(Visitor.program(this.port, "auditor").get(variables).statusCode()).isEqualTo(200);
		assertThat(Visitor.program(this.port, "steward").get(variables).statusCode()).isEqualTo(403);
		assertThat(Visitor.program(this.port, "greening").get(variables).statusCode()).isEqualTo(403);
	}

	@Test
	void cardOfATaskShowsItsRoutingVariables() {
		this.runtimeService.setVariable(this.instance.getId(), "house", "3-2-1501");
		Visitor clerk = Visitor.program(this.port, "front-desk");
		String list = clerk.get("/engine-rest/filter?name=" + URLEncoder.encode("本组待办", StandardCharsets.UTF_8))
			.body()
			.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
		HttpResponse<String> cards = clerk.with("Accept", "application/hal+json")
			.json("POST", "/engine-rest/filter/" + list + "/list?firstResult=0&maxResults=9",
					"{\"processInstanceId\":\"" + this.instance.getId() + "\"}");
		assertThat(cards.body()).contains(this.task.getId(), "\"name\":\"house\",\"value\":\"3-2-1501\"");
	}

	@Test
	void routingVariablesAreForThoseWhoTakePartInTheOffice() {
		this.runtimeService.setVariable(this.instance.getId(), "house", "3-2-1501");
		String variables = "/engine-rest/variable-instance?processInstanceIdIn=" + this.instance.getId();
		for (String user : List.of("front-desk", "steward", "cs-supervisor", "office-manager", "auditor")) {
			assertThat(Visitor.program(this.port, user).get(variables).body()).as(user).contains("3-2-1501");
		}
		for (String user : List.of("greening", "front-desk-jinmao", "office-manager-jinmao")) {
			assertThat(Visitor.program(this.port, user).get(variables).body()).as(user).isEqualTo("[]");
		}
	}

	@Test
	void whoOnlyTakesPartReadsNoInstancesAndNoHistory() {
		IdentityService identity = this.engine.getIdentityService();
		identity.setAuthentication("front-desk", List.of(Role.FRONT_DESK.id()), List.of("cuihu"));
		try {
			assertThat(this.engine.getTaskService().createTaskQuery().taskId(this.task.getId()).count()).isOne();
			assertThat(
					this.runtimeService.createProcessInstanceQuery().processInstanceId(this.instance.getId()).count())
				.isZero();
			assertThat(this.runtimeService.createExecutionQuery().processInstanceId(this.instance.getId()).count())
				.isZero();
			assertThat(this.engine.getHistoryService()
				.createHistoricProcessInstanceQuery()
				.processInstanceId(this.instance.getId())
				.count()).isZero();
			assertThatExceptionOfType(AuthorizationException.class)
				.isThrownBy(() -> this.runtimeService.getActivityInstance(this.instance.getId()));
		}
		finally {
			identity.clearAuthentication();
		}
		for (String path : List.of("process-instance", "execution", "history/process-instance", "history/task",
				"history/activity-instance")) {
			assertThat(Visitor.program(this.port, "front-desk").get("/engine-rest/" + path).statusCode()).as(path)
				.isEqualTo(403);
		}
	}

	@Test
	void processIsStartedByTheRolesTheModelNames() {
		String desk = "/engine-rest/process-definition/key/trial-desk/submit-form";
		String manager = "/engine-rest/process-definition/key/trial-manager/start";
		assertThat(post("front-desk", desk)).isEqualTo(200);
		assertThat(post("steward", desk)).as("takes part, does not start").isEqualTo(403);
		assertThat(post("greening", desk)).as("does not even see it").isEqualTo(404);
		assertThat(post("auditor", desk)).isEqualTo(403);
		assertThat(post("front-desk", manager)).isEqualTo(404);
		assertThat(post("office-manager", manager)).isEqualTo(200);
		assertThat(Visitor.program(this.port, "front-desk")
			.get("/engine-rest/process-definition?startablePermissionCheck=true&maxResults=99")
			.body()).contains("trial-desk").doesNotContain("trial-manager");
	}

	@Test
	void auditorReadsAndChangesNothing() {
		Visitor auditor = Visitor.program(this.port, "auditor");
		for (String path : List.of("process-instance/" + this.instance.getId(),
				"history/process-instance/" + this.instance.getId(), "history/user-operation?maxResults=9",
				"decision-definition?maxResults=9", "history/task?maxResults=9", "task/" + this.task.getId())) {
			assertThat(auditor.get("/engine-rest/" + path).statusCode()).as(path).isEqualTo(200);
		}
		assertThat(auditor.json("DELETE", "/engine-rest/process-instance/" + this.instance.getId(), "").statusCode())
			.isEqualTo(403);
		assertThat(auditor.json("DELETE", "/engine-rest/history/process-instance/" + this.instance.getId(), "")
			.statusCode()).isIn(400, 403);
		assertThat(auditor
			.json("PUT", "/engine-rest/process-instance/" + this.instance.getId() + "/suspended",
					"{\"suspended\":true}")
			.statusCode()).isEqualTo(403);
		assertThat(auditor
			.json("POST", "/engine-rest/filter/create", "{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}")
			.statusCode()).isEqualTo(403);
	}

	@Test
	void tasksGrantNothingByThemselves() {
		on("front-desk", "claim", claim("front-desk"));
		assertThat(this.authorizationService.createAuthorizationQuery()
			.resourceType(Resources.TASK)
			.list()
			.stream()
			.filter((grant) -> !"*".equals(grant.getResourceId()))).isEmpty();
	}

	@Test
	void ownCodeGivesTasksAsItMust() {
		this.taskService.setAssignee(this.task.getId(), "steward");
		assertThat(this.trial.task(this.instance).getAssignee()).isEqualTo("steward");
	}

	private HttpResponse<String> on(String user, String work, String body) {
		return Visitor.program(this.port, user)
			.json("POST", "/engine-rest/task/" + this.task.getId() + "/" + work, body);
	}

	private int post(String user, String path) {
		return Visitor.program(this.port, user).json("POST", path, "{\"variables\":{}}").statusCode();
	}

	private static String claim(String user) {
		return "{\"userId\":\"" + user + "\"}";
	}

}
