package org.wuyeflow.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who acts on a case waits for those who act on the same one, and for nobody else.
 */
@IntegrationTest
class CaseLockIT {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private final ExecutorService other = Executors.newSingleThreadExecutor();

	@Autowired
	ProcessEngine engine;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	private Desk desk;

	@BeforeEach
	void beginTheWeek() {
		Desk.setClock(NOW);
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void backToToday() {
		this.other.shutdownNow();
		ClockUtil.reset();
	}

	@Test
	void timerDoesNotWaitForAnotherCase() {
		Case mine = ask("3-1-801");
		Case another = ask("3-1-802");
		Desk.setClock(NOW.plus(1, ChronoUnit.DAYS));

		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.queryForList("select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? for update", String.class,
					another.number());
			Future<Integer> timers = this.other.submit(mine::runDueTimers);
			assertThat(timers).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(1);
		});
		assertThat(mine.ended()).isTrue();
	}

	private Case ask(String house) {
		return this.desk.start("front-desk", "key-use-consent",
				Map.of("consentMatter", "ask", "houseNumber", house, "usePurpose", "repair", "enterer", "李师傅",
						"enterFrom", "2026-03-02T10:00", "enterUntil", "2026-03-02T14:00", "accompanied", true));
	}

}
