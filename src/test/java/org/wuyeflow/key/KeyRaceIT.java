package org.wuyeflow.key;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.TestDatabase;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two clerks hand out the same key in the same moment, 200 times on MySQL: one of them
 * does, the other is told who has it.
 */
@IntegrationTest
class KeyRaceIT {

	private static final int PAIRS = TestDatabase.onMySql() ? 200 : 40;

	private static final int HOUSES = 10;

	private static final String ISSUE = "UserTask_IssueKeys";

	private static final String COLLEAGUE = "racing-keeper";

	private static final String ISSUED = """
			{"variables": {"issueDecision": {"value": "issued"}, "countedKeys": {"value": 2},
				"borrowerSigned": {"value": true}}}""";

	private final ExecutorService two = Executors.newFixedThreadPool(2);

	private final CyclicBarrier together = new CyclicBarrier(2);

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	KeyLoanService loans;

	@Autowired
	JdbcTemplate jdbc;

	private Desk desk;

	@BeforeEach
	void employColleague() {
		User user = this.engine.getIdentityService().newUser(COLLEAGUE);
		user.setFirstName("邓小梅");
		user.setLastName("");
		user.setPassword("wuye-" + COLLEAGUE);
		((IdentityServiceImpl) this.engine.getIdentityService()).saveUser(user, true);
		this.engine.getIdentityService().createMembership(COLLEAGUE, "key-keeper");
		this.engine.getIdentityService().createTenantUserMembership("cuihu", COLLEAGUE);
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void dismissColleague() {
		this.two.shutdownNow();
		this.engine.getIdentityService().deleteUser(COLLEAGUE);
	}

	@Test
	void oneOfTwoLendsTheKeyAndTheOtherIsToldWhoHasIt() throws Exception {
		for (int house = 0; house < HOUSES; house++) {
			KeyTrial.entrust(this.desk, "5-2-" + (house + 1) + "02");
		}
		Visitor keeper = Visitor.program(this.port, "key-keeper");
		Visitor colleague = Visitor.program(this.port, COLLEAGUE);
		for (int pair = 0; pair < PAIRS; pair++) {
			String house = "5-2-" + (pair % HOUSES + 1) + "02";
			String one = "甲" + pair;
			String other = "乙" + pair;
			Case first = request(house, one, pair, "1");
			Case second = request(house, other, pair, "2");

			List<HttpResponse<String>> answers = race(keeper, first, colleague, second);

			boolean firstWon = answers.get(0).statusCode() == 204;
			Case winner = firstWon ? first : second;
			Case loser = firstWon ? second : first;
			HttpResponse<String> refused = answers.get(firstWon ? 1 : 0);
			assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
			assertThat(refused.body()).contains("已借给" + (firstWon ? one : other), winner.number());
			assertThat(out(house)).isOne();
			assertThat(this.loans.find(winner.number()).orElseThrow().status()).isEqualTo(LoanStatus.OUT);
			assertThat(this.loans.find(loser.number()).orElseThrow().status()).isEqualTo(LoanStatus.REQUESTED);
			loser.complete(ISSUE, Map.of("issueDecision", "not_issued", "issueRemark", "已借出"));
			winner.complete("UserTask_ReturnKeys", Map.of("returnResult", "all", "countedKeys", 2, "bothSigned", true));
			assertThat(out(house)).isZero();
		}
	}

	private int out(String house) {
		return this.jdbc.queryForObject("""
				select count(*) from key_loan_item i join house_key k on k.id = i.house_key_id
				where k.house_number = ? and i.out_key_id is not null""", Integer.class, house);
	}

	/** Each borrower comes for another purpose and with another telephone. */
	private Case request(String house, String borrower, int pair, String which) {
		List<String> purposes = List.of("repair", "inspection", "decoration", "viewing", "cleaning", "other");
		return this.desk.start("front-desk", "key-borrow",
				KeyTrial.request(house, "doors", List.of("entrance"), "borrowerName", borrower, "borrowerPhone",
						"13%s0000%04d".formatted(which, pair), "usePurpose", purposes.get(pair / HOUSES % 6)));
	}

	private List<HttpResponse<String>> race(Visitor keeper, Case one, Visitor colleague, Case other) throws Exception {
		String first = "/engine-rest/task/" + one.task(ISSUE).getId() + "/submit-form";
		String second = "/engine-rest/task/" + other.task(ISSUE).getId() + "/submit-form";
		List<Future<HttpResponse<String>>> running = Stream.of(new Call(keeper, first), new Call(colleague, second))
			.map((call) -> this.two.submit(() -> {
				this.together.await(10, TimeUnit.SECONDS);
				return call.visitor().json("POST", call.path(), ISSUED);
			}))
			.toList();
		return List.of(running.get(0).get(30, TimeUnit.SECONDS), running.get(1).get(30, TimeUnit.SECONDS));
	}

	private record Call(Visitor visitor, String path) {
	}

}
