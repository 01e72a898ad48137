package org.wuyeflow.complaint;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wuyeflow.WuyeflowApplication;
import org.wuyeflow.complaint.step.ComplaintSummaryProcess;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.TestDatabase;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole applications that start and end on one database: an outage of three weeks, two
 * nodes at once, a node that looks by itself.
 */
@ExtendWith(TestDatabase.Condition.class)
class SummaryNodesIT {

	private static final String WEEKS = """
			select p.first_day from summary_period p join complaint_summary s on s.case_number = p.case_number
			where p.period_kind = 'WEEK' and s.figures like ? order by p.first_day""";

	private final TestDatabase database = TestDatabase.create();

	@AfterEach
	void letTheClockRun() {
		ClockUtil.reset();
	}

	@Test
	void eachPeriodGetsOneSummaryThroughOutageRestartAndTwoNodes() throws Exception {
		at("2026-11-09T08:00");
		try (ConfigurableApplicationContext first = node(false)) {
			look(first);
			new ComplaintTrial(first.getBean(ProcessEngine.class), "cuihu").settle("2026-11-18T10:00");
			assertThat(numbers(first)).isEmpty();
		}
		at("2026-12-01T09:00");
		try (ConfigurableApplicationContext one = node(false); ConfigurableApplicationContext other = node(false)) {
			together(() -> look(one), () -> look(other));

			assertThat(numbers(one)).containsExactly("TH-2026-00001", "TH-2026-00002", "TH-2026-00003", "TH-2026-00004",
					"TH-2026-00005");
			assertThat(weeks(one, "%")).containsExactly("2026-11-09", "2026-11-16", "2026-11-23");
			assertThat(weeks(one, "% RECEIVED=1 %")).containsExactly("2026-11-16");
			assertThat(running(one, ComplaintSummaryProcess.WEEKLY)).isEqualTo(3);
			assertThat(running(one, ComplaintSummaryProcess.MONTHLY)).isEqualTo(2);
		}
		at("2026-12-07T09:00");
		try (ConfigurableApplicationContext watching = node(true)) {
			for (int tries = 0; tries < 200 && weeks(watching, "%").size() < 4; tries++) {
				TimeUnit.MILLISECONDS.sleep(100);
			}
			assertThat(weeks(watching, "%")).containsExactly("2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30");
		}
	}

	private ConfigurableApplicationContext node(boolean jobs) {
		return new SpringApplicationBuilder(WuyeflowApplication.class).profiles("demo")
			.run("--server.port=0", "--spring.datasource.url=" + this.database.url(),
					"--spring.datasource.username=" + this.database.username(),
					"--spring.datasource.password=" + this.database.password(), "--wuyeflow.data-dir=target/test-data",
					"--camunda.bpm.job-execution.enabled=" + jobs,
					// what these keep for the whole JVM belongs to the shared application
					"--camunda.bpm.generate-unique-process-engine-name=true", "--camunda.bpm.webapp.enabled=false");
	}

	private static void together(Runnable one, Runnable other) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(2);
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			for (Future<Object> done : two.invokeAll(List.of(after(barrier, one), after(barrier, other)))) {
				done.get(2, TimeUnit.MINUTES);
			}
		}
		finally {
			two.shutdownNow();
		}
	}

	private static Callable<Object> after(CyclicBarrier barrier, Runnable work) {
		return () -> {
			barrier.await(1, TimeUnit.MINUTES);
			work.run();
			return null;
		};
	}

	private static void look(ConfigurableApplicationContext node) {
		node.getBean(ComplaintSummaryProcess.class).startDue();
	}

	private static List<String> numbers(ConfigurableApplicationContext node) {
		return node.getBean(JdbcTemplate.class)
			.queryForList("select case_number from complaint_summary order by case_number", String.class);
	}

	private static List<String> weeks(ConfigurableApplicationContext node, String figures) {
		return node.getBean(JdbcTemplate.class).queryForList(WEEKS, String.class, figures);
	}

	private static long running(ConfigurableApplicationContext node, String process) {
		return node.getBean(ProcessEngine.class)
			.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.count();
	}

	private static void at(String local) {
		Instant now = ComplaintTrial.at(local);
		Desk.setClock(now);
	}

}
