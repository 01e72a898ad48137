package org.wuyeflow.process.security;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to one office does not exist for the other, whichever door is tried. */
@IntegrationTest
class OfficeWallIT {

	@LocalServerPort
	private int port;

	@Autowired
	private SecurityTrial trial;

	@Autowired
	private RuntimeService runtimeService;

	@Autowired
	private HistoryService historyService;

	private ProcessInstance instance;

	private Task task;

	@BeforeEach
	void startAtCuihu() {
		this.instance = this.trial.start("cuihu");
		this.task = this.trial.task(this.instance);
	}

	@Test
	void taskOfAnotherOfficeIsNotFoundThroughAnyDoor() {
		String task = "/engine-rest/task/" + this.task.getId();
		Visitor stranger = Visitor.program(this.port, "front-desk-jinmao");
		for (String path : List.of("", "/form-variables", "/variables", "/deployed-form", "/identity-links", "/form",
				"/rendered-form", "/localVariables")) {
			assertThat(stranger.get(task + path).statusCode()).as("GET " + path).isIn(404, 406);
			assertThat(stranger.get(task + path).body()).as("GET " + path)
				.doesNotContain("前台办理", "cuihu", this.instance.getId());
		}
		for (String path : List.of("/claim", "/unclaim", "/complete", "/submit-form", "/assignee", "/delegate",
				"/resolve", "/bpmnError", "/bpmnEscalation", "/identity-links")) {
			assertThat(stranger.json("POST", task + path,
					"{\"userId\":\"front-desk-jinmao\",\"type\":\"candidate\",\"errorCode\":\"x\",\"escalationCode\":\"x\"}")
				.statusCode()).as("POST " + path).isBetween(400, 404);
		}
		for (String path : List.of("/claim", "/complete", "/submit-form")) {
			assertThat(stranger.json("POST", task + path, "{\"userId\":\"front-desk-jinmao\"}").statusCode())
				.as("POST " + path)
				.isEqualTo(404);
		}
		assertThat(this.trial.task(this.instance).getAssignee()).isNull();
	}

	@Test
	void taskOfAnotherOfficeIsNotFoundInTheTasklistEither() {
		Visitor stranger = Visitor.loggedIn(this.port, "front-desk-jinmao");
		stranger.get("/camunda/app/tasklist/default/");
		stranger.with("X-XSRF-TOKEN", stranger.cookie("XSRF-TOKEN").orElseThrow()).with("Accept", "application/json");
		String task = "/camunda/api/engine/engine/default/task/" + this.task.getId();
		assertThat(stranger.get(task).statusCode()).isEqualTo(404);
		assertThat(stranger.json("POST", task + "/claim", "{\"userId\":\"front-desk-jinmao\"}").statusCode())
			.isEqualTo(404);
		assertThat(stranger.json("POST", task + "/complete", "{}").statusCode()).isEqualTo(404);
	}

	@Test
	void listsShowOnlyTheOwnOffice() {
		this.trial.start("jinmao");
		Visitor own = Visitor.program(this.port, "cs-supervisor");
		Visitor stranger = Visitor.program(this.port, "cs-supervisor-jinmao");
		for (String list : List.of("/engine-rest/task", "/engine-rest/process-instance", "/engine-rest/history/task",
				"/engine-rest/history/process-instance", "/engine-rest/history/activity-instance",
				"/engine-rest/execution", "/engine-rest/history/identity-link-log",
				"/engine-rest/history/user-operation")) {
			assertThat(stranger.get(list + "?maxResults=900").body()).as(list)
				.startsWith("[")
				.doesNotContain("\"cuihu\"", this.instance.getId());
		}
		assertThat(own.get("/engine-rest/process-instance?maxResults=900").body()).contains(this.instance.getId());
		assertThat(own.get("/engine-rest/history/task?maxResults=900").body()).contains(this.task.getId());
	}

	@Test
	void instanceAndHistoryOfAnotherOfficeAreNotFound() {
		Visitor stranger = Visitor.program(this.port, "office-manager-jinmao");
		String id = this.instance.getId();
		for (String path : List.of("/process-instance/" + id, "/process-instance/" + id + "/activity-instances",
				"/process-instance/" + id + "/variables", "/history/process-instance/" + id, "/execution/" + id)) {
			assertThat(stranger.get("/engine-rest" + path).statusCode()).as(path).isIn(403, 404);
			assertThat(stranger.get("/engine-rest" + path).body()).as(path).doesNotContain("cuihu", "trial-desk");
		}
		assertThat(stranger.json("DELETE", "/engine-rest/process-instance/" + id, "").statusCode()).isIn(403, 404);
		assertThat(stranger.json("PUT", "/engine-rest/process-instance/" + id + "/suspended", "{\"suspended\":true}")
			.statusCode()).isIn(403, 404);
	}

	@Test
	void cockpitShowsOnlyTheOwnOffice() {
		Visitor stranger = Visitor.loggedIn(this.port, "office-manager-jinmao");
		stranger.get("/camunda/app/cockpit/default/");
		stranger.with("X-XSRF-TOKEN", stranger.cookie("XSRF-TOKEN").orElseThrow()).with("Accept", "application/json");
		String answer = stranger
			.json("POST", "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=900",
					"{}")
			.body();
		assertThat(answer).startsWith("[").doesNotContain(this.instance.getId());
	}

	@Test
	void companyRolesSeeBothOffices() {
		ProcessInstance jinmao = this.trial.start("jinmao");
		String seen = Visitor.program(this.port, "general-manager")
			.get("/engine-rest/process-instance?maxResults=900")
			.body();
		assertThat(seen).contains(this.instance.getId(), jinmao.getId());
	}

	@Test
	void instanceBelongsToTheOfficeOfWhoeverStartsIt() {
		String start = "/engine-rest/process-definition/key/trial-desk/submit-form";
		Map.of("front-desk", "cuihu", "front-desk-jinmao", "jinmao").forEach((user, office) -> {
			var answer = Visitor.program(this.port, user).json("POST", start, "{\"variables\":{}}");
			assertThat(answer.body()).as(user).contains("\"tenantId\":\"" + office + "\"");
		});
	}

	@Test
	void whoeverWorksForSeveralOfficesChoosesOneOfThem() {
		Visitor company = Visitor.program(this.port, "quality-management");
		String start = "/engine-rest/process-definition/key/trial-desk/submit-form";
		var unsaid = company.json("POST", start, "{\"variables\":{}}");
		assertThat(unsaid.statusCode()).isEqualTo(400);
		assertThat(unsaid.body()).contains("管理处");
		assertThat(company.json("POST", start, "{\"variables\":{\"office\":{\"value\":\"elsewhere\"}}}").statusCode())
			.isEqualTo(400);
		assertThat(company.json("POST", start, "{\"variables\":{\"office\":{\"value\":\"jinmao\"}}}").body())
			.contains("\"tenantId\":\"jinmao\"");
	}

	@Test
	void nobodyStartsForAnotherOffice() {
		var answer = Visitor.program(this.port, "front-desk")
			.json("POST", "/engine-rest/process-definition/key/trial-desk/submit-form",
					"{\"variables\":{\"office\":{\"value\":\"jinmao\"}}}");
		assertThat(answer.statusCode()).isEqualTo(400);
	}

	@Test
	void calledProcessBelongsToTheOfficeOfItsCaller() {
		var answer = Visitor.program(this.port, "office-manager-jinmao")
			.json("POST", "/engine-rest/process-definition/key/trial-manager/start", "{}");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		String id = answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
		ProcessInstance called = this.runtimeService.createProcessInstanceQuery()
			.superProcessInstanceId(id)
			.singleResult();
		assertThat(called.getTenantId()).isEqualTo("jinmao");
		assertThat(this.historyService.createHistoricProcessInstanceQuery()
			.processInstanceId(called.getId())
			.singleResult()
			.getTenantId()).isEqualTo("jinmao");
	}

}
