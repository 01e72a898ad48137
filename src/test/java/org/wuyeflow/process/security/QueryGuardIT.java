package org.wuyeflow.process.security;

import java.util.List;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Expressions in queries run code on the server (CVE-2026-109432): every way in is tried.
 */
@IntegrationTest
class QueryGuardIT {

	private static final String PROPERTY = "wuyeflow.query-guard";

	private static final String CODE = "${''.getClass().forName('java.lang.System')"
			+ ".getMethod('setProperty',''.getClass(),''.getClass()).invoke(null,'" + PROPERTY + "','open')}";

	@LocalServerPort
	private int port;

	@Autowired
	private FilterService filterService;

	@Autowired
	private TaskService taskService;

	@Autowired
	private ProcessEngineConfigurationImpl engine;

	@AfterEach
	void nothingWasRun() {
		assertThat(System.getProperty(PROPERTY)).isNull();
	}

	@Test
	void expressionInAQueryIsRefused() {
		for (String query : List.of("{\"assigneeExpression\":\"" + CODE + "\"}",
				"{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}",
				"{\"orQueries\":[{\"name\":\"x\"},{\"candidateGroupsExpression\":\"" + CODE + "\",\"name\":\"y\"}]}",
				"{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}")) {
			Visitor program = Visitor.program(this.port, "front-desk");
			for (String path : List.of("/engine-rest/task?maxResults=9", "/engine-rest/task/count",
					"/engine-rest/engine/default/task?maxResults=9")) {
				assertThat(program.json("POST", path, query).statusCode()).as(path + query).isEqualTo(400);
			}
			Visitor browser = Visitor.loggedIn(this.port, "front-desk");
			browser.get("/camunda/app/tasklist/default/");
			browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElseThrow()).with("Accept", "application/json");
			assertThat(browser.json("POST", "/camunda/api/engine/engine/default/task?maxResults=9", query).statusCode())
				.isEqualTo(400);
		}
	}

	@Test
	void administratorIsRefusedTheSame() {
		assertThat(Visitor.program(this.port, "admin")
			.json("POST", "/engine-rest/task?maxResults=9",
					"{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}")
			.statusCode()).isEqualTo(400);
	}

	@Test
	void storedFilterTakesTheKnownExpressionsOnly() {
		Visitor admin = Visitor.program(this.port, "admin");
		String filter = "{\"name\":\"guard\",\"resourceType\":\"Task\",\"query\":%s}";
		for (String query : List.of("{\"assigneeExpression\":\"" + CODE + "\"}",
				"{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}")) {
			assertThat(admin.json("POST", "/engine-rest/filter/create", filter.formatted(query)).statusCode())
				.isEqualTo(400);
		}
		assertThat(admin
			.json("POST", "/engine-rest/filter/create",
					filter.formatted("{\"assigneeExpression\":\"${currentUser()}\"}"))
			.statusCode()).isEqualTo(200);
		Filter kept = this.filterService.createFilterQuery().filterName("guard").singleResult();
		assertThat(admin.get("/engine-rest/filter/" + kept.getId() + "/list?maxResults=9").statusCode()).isEqualTo(200);
		assertThat(admin
			.json("POST", "/engine-rest/filter/" + kept.getId() + "/list?maxResults=9",
					"{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}")
			.statusCode()).isEqualTo(400);
		assertThat(admin
			.json("POST", "/engine-rest/filter/" + kept.getId() + "/count", "{\"assigneeExpression\":\"" + CODE + "\"}")
			.statusCode()).isEqualTo(400);
		this.filterService.deleteFilter(kept.getId());
	}

	@Test
	void filterThatGotIntoTheDatabaseAnotherWayIsNotRun() {
		Filter smuggled = this.engine.getCommandExecutorTxRequired().execute((context) -> {
			Filter filter = context.getFilterManager().createNewFilter("Task");
			filter.setName("smuggled");
			filter.setQuery(new TaskQueryImpl().taskAssigneeExpression(CODE));
			return context.getFilterManager().insertOrUpdateFilter(filter);
		});
		Visitor admin = Visitor.program(this.port, "admin");
		assertThat(admin.get("/engine-rest/filter/" + smuggled.getId() + "/list?maxResults=9").statusCode())
			.isEqualTo(400);
		assertThat(admin.get("/engine-rest/filter/" + smuggled.getId() + "/count").statusCode()).isEqualTo(400);
		assertThat(admin.get("/engine-rest/filter/" + smuggled.getId() + "/singleResult").statusCode()).isEqualTo(400);
		this.filterService.deleteFilter(smuggled.getId());
	}

	@Test
	void plainQueriesGoOn() {
		assertThat(Visitor.program(this.port, "front-desk")
			.json("POST", "/engine-rest/task?maxResults=9",
					"{\"orQueries\":[{\"assignee\":\"${currentUser()}\",\"name\":\"x\"}]}")
			.statusCode()).isEqualTo(200);
		assertThat(this.taskService.createTaskQuery().count()).isNotNegative();
	}

}
