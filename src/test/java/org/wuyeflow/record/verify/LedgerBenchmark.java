package org.wuyeflow.record.verify;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.ledger.Forger;
import org.wuyeflow.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ledger costs and how fast it is checked. Only ratios within one run can be
 * trusted, and rates on a machine that does nothing else. Run by name:
 *
 * <pre>
 * ./mvnw test -Dtest=LedgerBenchmark -Dwuyeflow.test.database=mysql
 * </pre>
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "wuyeflow.notify.dispatch=false",
				"wuyeflow.ledger.seal=false" })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@ActiveProfiles("demo")
class LedgerBenchmark {

	private static final int RECORDS = Integer.getInteger("benchmark.records", 200_000);

	private static final int THREADS = 4;

	private static final int ROUNDS = 8;

	private static final Duration ROUND = Duration.ofSeconds(2);

	@Autowired
	DutyLog dutyLog;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	ApplicationContext context;

	@Test
	void verificationOfManyChanges() throws Exception {
		TestDatabase database = TestDatabase.create();
		Flyway.configure()
			.dataSource(database.url(), database.username(), database.password())
			.locations("classpath:db/migration/common")
			.load()
			.migrate();
		String separator = database.url().contains("?") ? "&" : "?";
		TestDatabase fast = TestDatabase.onMySql()
				? new TestDatabase(database.url() + separator + "rewriteBatchedStatements=true", database.username(),
						database.password())
				: database;
		Forger forger = Forger.withOwnKey();
		try (Connection connection = fast.connect()) {
			connection.setAutoCommit(false);
			forger.fill(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), RECORDS);
			connection.commit();
		}
		for (int round = 0; round < 5; round++) {
			try (Connection connection = database.connect()) {
				connection.setAutoCommit(false);
				long start = System.nanoTime();
				Report report = new RecordVerifier(connection, RecordTable.all(),
						Map.of(forger.key().id(), forger.key()), AnchorFile.NONE, Instant.now())
					.verify(true);
				double seconds = (System.nanoTime() - start) / 1e9;
				assertThat(report.findings()).isEmpty();
				System.out.printf("verified %,d changes of %,d records in %.2f s: %,.0f changes/s%n", report.changes(),
						report.registerRecords(), seconds, report.changes() / seconds);
			}
		}
	}

	@Test
	void recordingWithTheLedgerAndWithout() throws Exception {
		Object changeLog = this.context.getBean("changeLog");
		Object stamps = ReflectionTestUtils.getField(changeLog, "stamps");
		record(true);
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			ReflectionTestUtils.setField(changeLog, "stamps", stamps);
			double on = record(true);
			ReflectionTestUtils.setField(changeLog, "stamps", Forger.noStamps());
			double off = record(false);
			this.jdbc.update("delete from record_change where seal_number is null");
			ratios.add(on / off);
			System.out.printf("records/s with the ledger %,.0f, without %,.0f: %.1f %%%n", on, off, 100 * on / off);
		}
		Collections.sort(ratios);
		System.out.printf("median %.1f %%%n", 100 * (ratios.get(ROUNDS / 2 - 1) + ratios.get(ROUNDS / 2)) / 2);
	}

	/** Records as fast as it goes, and seals meanwhile where asked to. */
	private double record(boolean sealing) throws Exception {
		AtomicBoolean running = new AtomicBoolean(true);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
		try {
			Object sealer = this.context.getBean("sealer");
			Future<?> sealed = threads.submit(() -> {
				while (running.get() && sealing) {
					ReflectionTestUtils.invokeMethod(sealer, "seal");
					Thread.sleep(1000);
				}
				return null;
			});
			List<Future<Integer>> workers = new ArrayList<>();
			long start = System.nanoTime();
			for (int i = 0; i < THREADS; i++) {
				String office = "bench-" + i;
				workers.add(threads.submit(() -> {
					int count = 0;
					while (System.nanoTime() - start < ROUND.toNanos()) {
						this.transaction.execute((status) -> this.dutyLog.enter(office, null, null,
								Instant.parse("2026-03-05T06:30:00Z"), "漏水，三栋二单元", null));
						count++;
					}
					return count;
				}));
			}
			int count = 0;
			for (Future<Integer> worker : workers) {
				count += worker.get();
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			running.set(false);
			sealed.get();
			return count / seconds;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
