package org.wuyeflow.key;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.Retention;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A loan enters no register, but lines of the key list that must be kept as long as the
 * key is.
 */
@IntegrationTest
class KeyRetentionIT {

	private static final String HOUSE = "5-2-1302";

	private static final String BORROWER = "郝难忘";

	@Autowired
	ProcessEngine engine;

	@Autowired
	Retention retention;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Clock clock;

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void linesOfALoanStayAsLongAsTheKeyAndGoWithIt() {
		Desk desk = new Desk(this.engine);
		KeyTrial.entrust(desk, HOUSE);
		Case loan = desk.start("front-desk", "key-borrow",
				KeyTrial.request(HOUSE, "doors", List.of("entrance"), "borrowerName", BORROWER));
		loan.complete("UserTask_IssueKeys",
				Map.of("issueDecision", "issued", "countedKeys", 2, "borrowerSigned", true));
		loan.complete("UserTask_ReturnKeys", Map.of("returnResult", "all", "countedKeys", 2, "bothSigned", true));

		yearsLater(6);
		this.retention.eraseDue();
		assertThat(count("key_loan where borrower_name")).isZero();
		assertThat(count("key_entry where person")).as("the key is in care still").isEqualTo(2);

		ClockUtil.reset();
		KeyWithdrawalProcessTest.handBack(desk, HOUSE, 2);
		this.retention.eraseDue();
		assertThat(count("key_entry where person")).as("given back today").isEqualTo(2);
		yearsLater(6);
		this.retention.eraseDue();
		assertThat(count("key_entry where person")).isZero();
		assertThat(count("house_key where borrower_name")).isZero();
	}

	private void yearsLater(int years) {
		Instant then = this.clock.instant().atZone(this.clock.getZone()).plusYears(years).toInstant();
		Desk.setClock(then);
	}

	private int count(String column) {
		return this.jdbc.queryForObject("select count(*) from " + column + " = ?", Integer.class, BORROWER);
	}

}
