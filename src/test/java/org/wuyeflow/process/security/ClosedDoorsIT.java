package org.wuyeflow.process.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.Path;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets through which door. Every address of the application stands in the table of
 * this test; one that is missing fails it.
 */
@IntegrationTest
class ClosedDoorsIT {

	/** Pages of ours: what a visitor without a log-in is answered. */
	private static final Map<String, Integer> OWN_PAGES = Map.ofEntries(Map.entry("/", 302), Map.entry("/login", 200),
			Map.entry("/error", 302), Map.entry("/calendar", 302), Map.entry("/calendar/hours", 302),
			Map.entry("/records", 302), Map.entry("/records/{form}", 302),
			Map.entry("/records/{form}/{office}/{serial}", 302),
			Map.entry("/records/{form}/{office}/{serial}/attachments", 302), Map.entry("/attachments/{id}", 302),
			Map.entry("/attachments/{id}/thumbnail", 302), Map.entry("/attachments/{id}/withdrawal", 302),
			Map.entry("/estate", 302), Map.entry("/estate/load", 302), Map.entry("/estate/discard", 302),
			Map.entry("/case-file/{task}", 302), Map.entry("/case-file/{task}/attachments", 302),
			Map.entry("/records/{form}.pdf", 302), Map.entry("/records/{form}.xlsx", 302),
			Map.entry("/records/{form}/look", 302), Map.entry("/records/{form}/sheets.pdf", 302),
			Map.entry("/records/{form}/blank.pdf", 302), Map.entry("/records/{form}/{office}/{serial}.pdf", 302),
			Map.entry("/records/{form}/{office}/{serial}/look", 302),
			Map.entry("/records/{form}/{office}/{serial}/correct", 302),
			Map.entry("/records/{form}/{office}/{serial}/hold", 302),
			Map.entry("/records/{form}/{office}/{serial}/lift-hold", 302), Map.entry("/records/check/{code}", 302),
			Map.entry("/records/corrections", 302), Map.entry("/records/corrections/{id}", 302),
			Map.entry("/records/corrections/{id}/confirm", 302), Map.entry("/records/corrections/{id}/reject", 302),
			Map.entry("/records/corrections/{id}/withdraw", 302), Map.entry("/notices", 200),
			Map.entry("/notices/{id}", 404), Map.entry("/records/complaint-summary/{office}/{serial}/cases", 302),
			Map.entry("/mail", 302), Map.entry("/mail/batch", 302), Map.entry("/mail/batch/{number}", 302),
			Map.entry("/mail/batch/{number}/sign", 302), Map.entry("/mail/boxes", 302),
			Map.entry("/mail/damage/{number}", 302), Map.entry("/mail/count", 302), Map.entry("/mail/keepers", 302),
			Map.entry("/mail/pickup", 302), Map.entry("/mail/returns", 302), Map.entry("/mail/round", 302),
			Map.entry("/mail/takeback", 302), Map.entry("/consent/{token}", 404), Map.entry("/keys", 302),
			Map.entry("/keys/authorities", 302), Map.entry("/keys/consents/{number}", 302),
			Map.entry("/keys/consents/{number}/mail", 302));

	/** Addresses of the web applications and their APIs. */
	private static final Map<String, Integer> ENGINE = Map.ofEntries(Map.entry("/camunda", 302),
			Map.entry("/camunda/", 302), Map.entry("/camunda/app", 302), Map.entry("/camunda/app/tasklist/", 302),
			Map.entry("/camunda/app/tasklist/default/", 302), Map.entry("/camunda/app/cockpit/default/", 302),
			Map.entry("/camunda/app/admin/default/", 302), Map.entry("/camunda/app/admin/default/setup/", 302),
			Map.entry("/camunda/app/welcome/default/", 302), Map.entry("/camunda/app/tasklist/scripts/config.js", 302),
			Map.entry("/camunda/lib/deps.js", 302), Map.entry("/camunda/api/engine/engine/", 401),
			Map.entry("/camunda/api/engine/engine/default/task", 401),
			Map.entry("/camunda/api/engine/engine/default/identity/password-policy", 401),
			Map.entry("/camunda/api/admin/auth/user/default", 401),
			Map.entry("/camunda/api/admin/setup/default/user/create", 401),
			Map.entry("/camunda/api/admin/plugin/license/default/check-key", 401),
			Map.entry("/camunda/api/cockpit/plugin/base/static/app/plugin.js", 401),
			Map.entry("/camunda/api/tasklist/plugin/tasklistPlugins/default/x", 401),
			Map.entry("/camunda/api/welcome/plugin/x/default/x", 401), Map.entry("/engine-rest", 401),
			Map.entry("/engine-rest/", 401), Map.entry("/engine-rest/engine", 401),
			Map.entry("/engine-rest/engine/default/task", 401), Map.entry("/engine-rest/unknown", 401));

	/** What is there beside pages and engine. */
	private static final Map<String, Integer> OTHERS = Map.ofEntries(Map.entry("/actuator/health", 200),
			Map.entry("/actuator", 302), Map.entry("/actuator/env", 302), Map.entry("/actuator/health/db", 302),
			Map.entry("/h2-console", 302), Map.entry("/wuyeflow.css", 200), Map.entry("/favicon.svg", 200),
			Map.entry("/index.html", 302), Map.entry("/webjars/camunda/app/tasklist/index.html", 302),
			Map.entry("/META-INF/MANIFEST.MF", 404), Map.entry("/no-such-page", 302), Map.entry("/consent/abc", 404));

	/**
	 * Parts of the REST API and the roles that get to them; the engine's rights come on
	 * top.
	 */
	private static final Map<String, Set<String>> REST = Map.ofEntries(Map.entry("task", Set.of("staff", "reader")),
			Map.entry("process-definition", Set.of("staff", "reader")), Map.entry("filter", Set.of("staff", "reader")),
			Map.entry("variable-instance", Set.of("staff", "reader")), Map.entry("user", Set.of("staff", "reader")),
			Map.entry("group", Set.of("staff", "reader")), Map.entry("tenant", Set.of("staff", "reader")),
			Map.entry("identity", Set.of("staff", "reader")), Map.entry("authorization", Set.of("staff", "reader")),
			Map.entry("version", Set.of("staff", "reader")), Map.entry("process-instance", Set.of("reader")),
			Map.entry("execution", Set.of("reader")), Map.entry("message", Set.of("reader")),
			Map.entry("job-definition", Set.of("reader")), Map.entry("job", Set.of("reader")),
			Map.entry("incident", Set.of("reader")), Map.entry("history", Set.of("reader")),
			Map.entry("deployment", Set.of("reader")), Map.entry("case-definition", Set.of("reader")),
			Map.entry("case-instance", Set.of("reader")), Map.entry("decision-definition", Set.of("reader")),
			Map.entry("decision-requirements-definition", Set.of("reader")),
			Map.entry("event-subscription", Set.of("reader")), Map.entry("case-execution", Set.of()),
			Map.entry("metrics", Set.of()), Map.entry("external-task", Set.of()), Map.entry("migration", Set.of()),
			Map.entry("modification", Set.of()), Map.entry("batch", Set.of()), Map.entry("signal", Set.of()),
			Map.entry("condition", Set.of()), Map.entry("optimize", Set.of()), Map.entry("schema", Set.of()),
			Map.entry("telemetry", Set.of()));

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping pages;

	@Autowired
	private ServletContext servlets;

	@Test
	void visitorWithoutLogInGetsNothingButWhatIsListed() {
		Visitor visitor = Visitor.at(this.port);
		Stream.of(OWN_PAGES, ENGINE, OTHERS)
			.flatMap((table) -> table.entrySet().stream())
			.sorted(Map.Entry.comparingByKey())
			.forEach((door) -> assertThat(visitor.get(address(door)).statusCode()).as(door.getKey())
				.isEqualTo(door.getValue()));
	}

	@Test
	void visitorIsSentToTheLogInFromEveryClosedPage() {
		Visitor visitor = Visitor.at(this.port);
		Stream.of(OWN_PAGES, ENGINE, OTHERS)
			.flatMap((table) -> table.entrySet().stream())
			.filter((door) -> door.getValue() == 302)
			.forEach((door) -> assertThat(visitor.get(address(door)).headers().firstValue("Location")).as(door.getKey())
				.hasValue(visitor.address("/login")));
	}

	private static String address(Map.Entry<String, Integer> door) {
		return door.getKey().replaceAll("[{}]", "");
	}

	@Test
	void everyPageOfOursIsInTheTable() {
		Set<String> mapped = this.pages.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(mapped).isEqualTo(new TreeSet<>(OWN_PAGES.keySet()));
	}

	@Test
	void everyServletIsInTheTable() {
		Set<String> roots = this.servlets.getServletRegistrations()
			.values()
			.stream()
			.map(ServletRegistration::getMappings)
			.flatMap((mappings) -> mappings.stream())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(roots).containsExactlyInAnyOrder("/", "/camunda/api/admin/*", "/camunda/api/cockpit/*",
				"/camunda/api/engine/*", "/camunda/api/tasklist/*", "/camunda/api/welcome/*", "/engine-rest/*");
	}

	@Test
	void everyPartOfTheRestApiIsInTheTable() {
		Set<String> parts = Arrays.stream(DefaultProcessEngineRestServiceImpl.class.getMethods())
			.map((method) -> method.getAnnotation(Path.class))
			.filter((path) -> path != null)
			.map((path) -> path.value().replaceAll("^/+", "").replaceAll("/.*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(parts).isEqualTo(new TreeSet<>(REST.keySet()));
	}

	@Test
	void everyPartOfTheRestApiAsksForALogIn() {
		Visitor visitor = Visitor.at(this.port);
		for (String part : REST.keySet()) {
			for (String api : List.of("/engine-rest/", "/engine-rest/engine/default/",
					"/camunda/api/engine/engine/default/")) {
				for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
					assertThat(visitor.json(method, api + part, "{}").statusCode()).as(method + " " + api + part)
						.isIn(401, 403)
						.isEqualTo(method.equals("GET") || method.equals("OPTIONS") || api.startsWith("/camunda") ? 401
								: 403);
				}
			}
		}
	}

	@Test
	void roleGetsToNoMoreOfTheRestApiThanItNeeds() {
		Map<String, String> kinds = Map.of("front-desk", "staff", "greening-jinmao", "staff", "cs-supervisor", "reader",
				"general-manager", "reader", "auditor", "reader");
		kinds.forEach((user, kind) -> {
			Visitor program = Visitor.program(this.port, user);
			REST.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).forEach((part) -> {
				int status = program.get("/engine-rest/" + part.getKey() + "?maxResults=1").statusCode();
				if (part.getValue().contains(kind)) {
					assertThat(status).as(user + " " + part.getKey()).isNotIn(401, 403, 500);
				}
				else {
					assertThat(status).as(user + " " + part.getKey()).isEqualTo(403);
				}
			});
		});
	}

	@Test
	void roleOpensTheWebApplicationsOfItsWork() {
		Map<String, List<Integer>> table = Map.of("front-desk", List.of(200, 403, 403, 200), "steward-jinmao",
				List.of(200, 403, 403, 200), "cs-supervisor", List.of(200, 200, 403, 200), "general-manager",
				List.of(200, 200, 403, 200), "auditor", List.of(403, 200, 403, 200), "admin",
				List.of(200, 200, 200, 200));
		table.forEach((user, expected) -> {
			Visitor visitor = Visitor.loggedIn(this.port, user);
			List<Integer> answers = Stream.of("tasklist", "cockpit", "admin", "welcome")
				.map((application) -> visitor.get("/camunda/app/" + application + "/default/").statusCode())
				.toList();
			assertThat(answers).as(user).isEqualTo(expected);
		});
	}

	@Test
	void webApplicationsGetTheirScriptsAndStyles() {
		Visitor visitor = Visitor.loggedIn(this.port, "office-manager");
		for (String application : List.of("tasklist", "cockpit")) {
			for (String file : List.of("camunda-%s-bootstrap.js", "camunda-%s-bootstrap.css")) {
				String path = "/camunda/app/" + application + "/" + file.formatted(application);
				assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
			}
		}
	}

	@Test
	void startPageShowsTheDoorsOfTheRole() {
		assertThat(Visitor.loggedIn(this.port, "front-desk").get("/").body()).contains("林晓梅", "客服前台", "任务")
			.doesNotContain("流程监控", "系统管理");
		assertThat(Visitor.loggedIn(this.port, "auditor").get("/").body()).contains("流程监控")
			.doesNotContain("/camunda/app/tasklist/", "系统管理");
		assertThat(Visitor.loggedIn(this.port, "admin").get("/").body()).contains("系统管理")
			.doesNotContain("/camunda/app/tasklist/");
	}

	@Test
	void firstAdministratorIsNotMadeByWhoeverComesFirst() {
		String user = """
				{"profile":{"id":"intruder","firstName":"x","lastName":"x"},"credentials":{"password":"Intruder-2026!"}}
				""";
		String setup = "/camunda/api/admin/setup/default/user/create";
		assertThat(Visitor.at(this.port).json("POST", setup, user).statusCode()).isEqualTo(401);
		for (String staff : List.of("front-desk", "admin")) {
			Visitor visitor = Visitor.loggedIn(this.port, staff);
			visitor.get("/camunda/app/welcome/default/");
			visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
			assertThat(visitor.json("POST", setup, user).statusCode()).isEqualTo(403);
			assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(403);
		}
	}

	@Test
	void passwordsOfOthersCannotBeTried() {
		String guess = "{\"username\":\"admin\",\"password\":\"wuye-admin\"}";
		assertThat(Visitor.program(this.port, "front-desk")
			.json("POST", "/engine-rest/identity/verify", guess)
			.statusCode()).isEqualTo(403);
		assertThat(Visitor.program(this.port, "admin").json("POST", "/engine-rest/identity/verify", guess).statusCode())
			.isEqualTo(403);
	}

	@Test
	void anotherSpellingOfAnAddressOpensNothing() {
		Visitor visitor = Visitor.at(this.port);
		Visitor staff = Visitor.program(this.port, "front-desk");
		Visitor browser = Visitor.loggedIn(this.port, "front-desk");
		for (String path : List.of("/%65ngine-rest/task", "/engine-rest;x/task", "/engine-rest//task",
				"/engine-rest/./task", "/camunda/%61pi/engine/engine/default/task", "/camunda/app/%74asklist/default/",
				"/login/../engine-rest/task", "/login/..%2fengine-rest/task", "/notices/..;/camunda/app/tasklist/",
				"/ENGINE-REST/task", "//engine-rest/task", "/wuyeflow.css/../engine-rest/task")) {
			assertThat(visitor.get(path).statusCode()).as(path).isIn(302, 400, 401);
		}
		for (String path : List.of("/engine-rest/%68istory/task", "/engine-rest/%6detrics",
				"/engine-rest/task/x/%63omment", "/engine-rest/engine/default/%68istory/task")) {
			assertThat(staff.get(path).statusCode()).as(path).isEqualTo(400);
		}
		assertThat(staff.json("POST", "/engine-rest/identity/%76erify", "{\"username\":\"admin\",\"password\":\"x\"}")
			.statusCode()).isEqualTo(400);
		for (String path : List.of("/camunda/app/%63ockpit/default/", "/camunda/app/%61dmin/default/",
				"/camunda/%61pp/admin/default/", "/camunda/api/%63ockpit/plugin/base/default/process-instance")) {
			assertThat(browser.get(path).statusCode()).as(path).isEqualTo(400);
		}
	}

	@Test
	void staffChangeNoUserButTheirOwnPassword() {
		Visitor program = Visitor.program(this.port, "steward");
		assertThat(program.json("PUT", "/engine-rest/user/steward/profile", "{\"id\":\"steward\",\"firstName\":\"别人\"}")
			.statusCode()).isEqualTo(403);
		assertThat(program
			.json("PUT", "/engine-rest/user/front-desk/credentials",
					"{\"password\":\"Some-Pass-2026\",\"authenticatedUserPassword\":\"wuye-steward\"}")
			.statusCode()).isEqualTo(403);
		assertThat(program.json("DELETE", "/engine-rest/user/steward", "").statusCode()).isEqualTo(403);
		assertThat(program
			.json("PUT", "/engine-rest/user/steward/credentials",
					"{\"password\":\"short\",\"authenticatedUserPassword\":\"wuye-steward\"}")
			.statusCode()).as("password policy").isEqualTo(400);
	}

	@Test
	void errorsSayNothingOfTheProgram() {
		Visitor visitor = Visitor.loggedIn(this.port, "admin");
		for (String path : List.of("/no-such-page", "/camunda/app/tasklist/nosuch/", "/camunda/app/tasklist/x",
				"/actuator/env", "/engine-rest/no-such", "/error", "/login/%00", "/..;/x")) {
			String body = visitor.get(path).body();
			assertThat(body).as(path).doesNotContain("Exception:", "org.", "java.", "\tat ", "Whitelabel", "Tomcat");
			assertThat(visitor.get(path).statusCode()).as(path).isIn(400, 404);
		}
	}

	@Test
	void ownPagesRunNoScriptOfOthersAndStandInNoFrame() {
		var headers = Visitor.at(this.port).get("/login").headers();
		assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
			.contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
	}

}
