package org.wuyeflow.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page of the cabinet does.
 */
@IntegrationTest
class KeysPageIT {

	private static final String APPROVE = "UserTask_ApproveEntrustment";

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	KeyCustodyService custody;

	@Autowired
	Clock clock;

	@Test
	void whoIsAuthorisedApprovesWhatWaitsAlready() {
		LocalDate today = LocalDate.now(this.clock);
		Case waiting = new Desk(this.engine).start("front-desk", "key-entrustment", entrustment(today));
		Visitor manager = Visitor.loggedIn(this.port, "office-manager");
		assertThat(waiting.candidates(APPROVE)).doesNotContain("department-manager");

		assertThat(authorise(manager, today.minusDays(1))).isEqualTo(400);
		assertThat(authorise(Visitor.loggedIn(this.port, "cs-supervisor"), today)).isEqualTo(403);
		assertThat(waiting.candidates(APPROVE)).doesNotContain("department-manager");
		assertThat(authorise(manager, today)).isEqualTo(302);

		assertThat(waiting.candidates(APPROVE)).contains("department-manager");
		waiting.completeAs("department-manager", APPROVE, Map.of("approval", "yes"));
		assertThat(this.custody.find(waiting.number()).orElseThrow().approverAuthority()).contains("授权");
	}

	private static Map<String, Object> entrustment(LocalDate today) {
		Map<String, Object> form = KeyTrial.entrustment("5-2-1402");
		form.put("validUntil", today.plusYears(1).toString());
		return form;
	}

	private int authorise(Visitor by, LocalDate until) {
		String person = this.engine.getIdentityService()
			.createUserQuery()
			.userId("department-manager")
			.singleResult()
			.getFirstName();
		return by
			.form("/keys/authorities", Map.of("office", "cuihu", "role", "department-manager", "person", person,
					"until", until.toString(), "_csrf", by.tokenOn("/keys")))
			.statusCode();
	}

}
