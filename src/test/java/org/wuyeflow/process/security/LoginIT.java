package org.wuyeflow.process.security;

import java.net.http.HttpResponse;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.wuyeflow.office.Role;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class LoginIT {

	@LocalServerPort
	private int port;

	@Autowired
	private SecurityTrial trial;

	@Autowired
	private IdentityService identityService;

	@Test
	void visitorIsSentToLogInAndBackToWhereHeWanted() {
		Visitor visitor = Visitor.at(this.port);
		HttpResponse<String> first = visitor.get("/camunda/app/tasklist/");
		assertThat(location(first)).isEqualTo(visitor.address("/login"));
		HttpResponse<String> in = visitor.login("front-desk", "wuye-front-desk");
		assertThat(in.statusCode()).isEqualTo(302);
		assertThat(location(in)).isEqualTo(visitor.address("/camunda/app/tasklist/"));
		assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
	}

	@Test
	void wrongPasswordIsToldInChineseAndLetsNobodyIn() {
		Visitor visitor = Visitor.at(this.port);
		HttpResponse<String> answer = visitor.login("steward", "wuye-steward ");
		assertThat(location(answer)).isEqualTo(visitor.address("/login?wrong"));
		assertThat(visitor.get("/login?wrong").body()).contains("用户名或密码不正确");
		assertThat(location(visitor.get("/"))).endsWith("/login");
	}

	@Test
	void unknownUserGetsTheSameAnswerAsAWrongPassword() {
		Visitor visitor = Visitor.at(this.port);
		assertThat(location(visitor.login("nobody\r\nforged", "x"))).isEqualTo(visitor.address("/login?wrong"));
	}

	@Test
	void guessingIsStoppedForPageAndProgramAlike() {
		this.trial.colleague("guessed", Role.STEWARD, "cuihu");
		Visitor visitor = Visitor.at(this.port);
		for (int time = 0; time < LoginThrottle.TRIES; time++) {
			assertThat(location(visitor.login("guessed", "guess"))).endsWith("/login?wrong");
		}
		assertThat(location(visitor.login("guessed", "wuye-guessed"))).endsWith("/login?blocked");
		assertThat(visitor.get("/login?blocked").body()).contains("5 分钟后再试");
		HttpResponse<String> program = Visitor.program(this.port, "guessed").get("/engine-rest/task?maxResults=9");
		assertThat(program.statusCode()).isEqualTo(401);
		assertThat(program.body()).contains("5 分钟后再试");
		Visitor.loggedIn(this.port, "steward");
		assertThat(this.identityService.checkPassword("guessed", "wuye-guessed")).as("the account itself is not locked")
			.isTrue();
	}

	@Test
	void sessionBeforeTheLogInIsWorthNothingAfterIt() {
		Visitor visitor = Visitor.at(this.port);
		visitor.get("/login");
		String before = visitor.cookie("JSESSIONID").orElseThrow();
		visitor.login("front-desk", "wuye-front-desk");
		assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
		assertThat(location(Visitor.at(this.port).with("Cookie", "JSESSIONID=" + before).get("/"))).endsWith("/login");
	}

	@Test
	void secondLogInReplacesTheFirstInTheWebApplicationsToo() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		visitor.get("/camunda/app/tasklist/default/");
		String token = visitor.tokenOn("/");
		visitor.form("/login", Map.of("username", "steward", "password", "wuye-steward", "_csrf", token));
		visitor.with("Accept", "application/json");
		assertThat(visitor.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"steward\"");
	}

	@Test
	void sessionCookieIsOutOfReachForScriptsAndForeignPages() {
		HttpResponse<String> page = Visitor.at(this.port).get("/login");
		assertThat(page.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("JSESSIONID=")
			.contains("HttpOnly")
			.contains("SameSite=Lax");
	}

	@Test
	void cookiesStayOnEncryptedConnectionsBehindAProxy() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk").with("X-Forwarded-Proto", "https");
		HttpResponse<String> page = visitor.get("/camunda/app/tasklist/default/");
		assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	@Test
	void logOutEndsTheSession() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		HttpResponse<String> out = visitor.form("/logout", Map.of("_csrf", visitor.tokenOn("/")));
		assertThat(location(out)).isEqualTo(visitor.address("/login?bye"));
		assertThat(visitor.get("/login?bye").body()).contains("安全退出");
		assertThat(location(visitor.get("/"))).endsWith("/login");
	}

	@Test
	void logOutOfAWebApplicationEndsTheWholeSession() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		visitor.get("/camunda/app/tasklist/default/");
		visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
		assertThat(visitor.json("POST", "/camunda/api/admin/auth/user/default/logout", "").statusCode()).isEqualTo(204);
		assertThat(location(visitor.get("/"))).endsWith("/login");
	}

	@Test
	void logInOfAWebApplicationIsClosed() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		visitor.get("/camunda/app/tasklist/default/");
		visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
		assertThat(visitor
			.form("/camunda/api/admin/auth/user/default/login/tasklist",
					Map.of("username", "steward", "password", "wuye-steward"))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void formLeftOpenTooLongIsShownAgain() {
		Visitor visitor = Visitor.at(this.port);
		HttpResponse<String> answer = visitor.form("/login",
				Map.of("username", "front-desk", "password", "wuye-front-desk", "_csrf", "old"));
		assertThat(location(answer)).isEqualTo(visitor.address("/login?stale"));
		assertThat(location(visitor.get("/"))).endsWith("/login");
	}

	@Test
	void ownPagesTakeNoPostWithoutTheirToken() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		assertThat(visitor.form("/", Map.of()).statusCode()).isEqualTo(403);
	}

	@Test
	void webApplicationsTakeNoWriteWithoutTheirToken() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		visitor.get("/camunda/app/tasklist/default/");
		assertThat(visitor.json("POST", "/camunda/api/engine/engine/default/task?maxResults=9", "{}").statusCode())
			.isEqualTo(403);
	}

	@Test
	void foreignSiteWritesNothingThroughRestWithAnOpenSession() {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk").with("Accept", "application/json");
		assertThat(visitor.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(200);
		assertThat(visitor.json("POST", "/engine-rest/task?maxResults=9", "{}").statusCode()).as("no header")
			.isEqualTo(403);
		visitor.with("X-Requested-With", "wuyeflow");
		assertThat(visitor.json("POST", "/engine-rest/task?maxResults=9", "{}").statusCode()).as("own page")
			.isEqualTo(200);
		visitor.with("Sec-Fetch-Site", "cross-site");
		assertThat(visitor.json("POST", "/engine-rest/task?maxResults=9", "{}").statusCode()).as("foreign site")
			.isEqualTo(403);
	}

	@Test
	void foreignOriginIsRefusedEvenWithAPassword() {
		Visitor program = Visitor.program(this.port, "front-desk");
		assertThat(program.json("POST", "/engine-rest/task?maxResults=9", "{}").statusCode()).isEqualTo(200);
		program.with("Origin", "https://elsewhere.example");
		assertThat(program.json("POST", "/engine-rest/task?maxResults=9", "{}").statusCode()).isEqualTo(403);
	}

	@Test
	void programsGetNoSession() {
		assertThat(Visitor.program(this.port, "front-desk")
			.get("/engine-rest/task?maxResults=9")
			.headers()
			.firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void staffWhoLeaveAreOutAtOnce() {
		String leaver = this.trial.colleague("leaver", Role.STEWARD, "cuihu");
		Visitor visitor = Visitor.loggedIn(this.port, leaver);
		Visitor program = Visitor.program(this.port, leaver);
		assertThat(visitor.get("/").statusCode()).isEqualTo(200);
		assertThat(program.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(200);
		this.identityService.deleteUser(leaver);
		assertThat(visitor.get("/").statusCode()).isEqualTo(403);
		assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
		assertThat(visitor.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(403);
		assertThat(program.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
	}

	@Test
	void changedRolesCountWithTheNextRequest() {
		String promoted = this.trial.colleague("promoted", Role.STEWARD, "cuihu");
		Visitor visitor = Visitor.loggedIn(this.port, promoted);
		assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
		this.identityService.createMembership(promoted, Role.CS_SUPERVISOR.id());
		assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
		this.identityService.deleteMembership(promoted, Role.CS_SUPERVISOR.id());
		assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
	}

	private static String location(HttpResponse<?> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

}
