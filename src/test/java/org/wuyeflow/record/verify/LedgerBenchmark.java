package org.wuyeflow.record.verify;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.ledger.Forger;
import org.wuyeflow.support.Desk;
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

	private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

	private static final int THREADS = 4;

	private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 8);

	@Autowired
	DutyLog dutyLog;

	@Autowired
	ProcessEngine engine;

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
		try (Connection connection = fast.connect(); Statement statement = connection.createStatement()) {
			if (TestDatabase.onMySql()) {
				// What is checked should fit into memory, as it does on a company's
				// server.
				statement.execute("set global innodb_buffer_pool_size = 1024 * 1024 * 1024");
			}
			connection.setAutoCommit(false);
			forger.fill(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), RECORDS);
			connection.commit();
		}
		for (int round = 0; round < 16; round++) {
			try (Connection connection = database.connect()) {
				connection.setAutoCommit(false);
				long cpuStart = THREAD.getCurrentThreadCpuTime();
				long start = System.nanoTime();
				Report report = new RecordVerifier(connection, RecordTable.all(),
						Map.of(forger.key().id(), forger.key()), AnchorFile.NONE, Instant.now())
					.verify(true);
				double seconds = (System.nanoTime() - start) / 1e9;
				double cpu = (THREAD.getCurrentThreadCpuTime() - cpuStart) / 1e9;
				assertThat(report.findings()).isEmpty();
				long rows = report.changes() + report.registerRecords();
				System.out.printf("only read: %.2f s; ", secondsToRead(connection));
				System.out.printf("verified %,d changes of %,d records in %.2f s: %,.0f rows/s; CPU of it %.2f s%n",
						report.changes(), report.registerRecords(), seconds, rows / seconds, cpu);
			}
		}
	}

	/** How long it takes to read the same rows and do nothing with them. */
	private static double secondsToRead(Connection connection) throws SQLException {
		long start = System.nanoTime();
		read(connection, "select " + ChangeRow.COLUMNS + " from record_change order by entity_id, change_number",
				ChangeRow.SEAL_NUMBER);
		read(connection, "select * from duty_log_entry", 14);
		return (System.nanoTime() - start) / 1e9;
	}

	private static void read(Connection connection, String query, int columns) throws SQLException {
		try (Rows row = Rows.stream(connection, query)) {
			while (row.next()) {
				row.bytes(columns);
			}
		}
	}

	/** Rows of one record each, without the engine: the dearest case for the ledger. */
	@Test
	void bareRecordingWithTheLedgerAndWithout() throws Exception {
		compare("bare records", Integer.getInteger("benchmark.bare", 6000),
				(thread) -> this.transaction.execute((status) -> this.dutyLog.enter("bench-" + thread, null, null,
						Instant.parse("2026-03-05T06:30:00Z"), "漏水，三栋二单元", null)));
	}

	/**
	 * What staff do: a form is submitted, a task completed, its record written, in one.
	 */
	@Test
	void recordingStepsWithTheLedgerAndWithout() throws Exception {
		Desk desk = new Desk(this.engine);
		compare("cases of three recording steps", Integer.getInteger("benchmark.cases", 60), (thread) -> {
			Desk.Case complaint = desk.start("front-desk", "complaint-handling",
					Map.of("channel", "phone", "origin", "office", "complainantKind", "owner", "complainantName", "赵铁柱",
							"complainantPhone", "13900139000", "subject", "楼道灯不亮", "content", "三楼楼道灯不亮", "apologised",
							true));
			complaint.complete("UserTask_ClassifyComplaint", Map.of("complaintValid", "yes", "judgedClass", "1",
					"judgedEffect", "normal", "department", "engineering", "opinion", "请尽快处理"));
			complaint.complete("UserTask_RecordServiceFailing",
					Map.of("responsiblePerson", "朱永刚", "measures", "更换", "plannedOn", LocalDate.now().toString()));
		});
	}

	private void compare(String what, int units, Work work) throws Exception {
		if (TestDatabase.onMySql()) {
			this.transaction.executeWithoutResult((status) -> this.jdbc.update(
					"update performance_schema.setup_consumers set enabled = 'YES' where name = 'events_statements_cpu'"));
		}
		System.out.println(this.jdbc.queryForList(
				TestDatabase.onMySql() ? "select version(), @@innodb_flush_log_at_trx_commit, @@sync_binlog, @@log_bin"
						: "select h2version()"));
		rate(true, units, work);
		rate(false, units, work);
		List<Double> ratios = new ArrayList<>();
		List<Double> cpuRatios = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			boolean onFirst = round % 2 == 0;
			Rate first = rate(onFirst, units, work);
			Rate second = rate(!onFirst, units, work);
			Rate on = onFirst ? first : second;
			Rate off = onFirst ? second : first;
			ratios.add(100 * on.perSecond / off.perSecond);
			cpuRatios.add(100 * off.cpuMillis / on.cpuMillis);
			System.out.printf(
					"%s/s with the ledger %,.1f, without %,.1f: %.1f %%; CPU each %.2f ms, %.2f ms: %.1f %%%n", what,
					on.perSecond, off.perSecond, ratios.get(round), on.cpuMillis, off.cpuMillis, cpuRatios.get(round));
		}
		System.out.printf("%s: median %.1f %%, by CPU %.1f %%%n", what, median(ratios), median(cpuRatios));
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
	}

	/**
	 * Does so much work as fast as it goes. With the ledger everything is stamped, and
	 * sealed each second as in the application, the last of it at the end.
	 */
	private Rate rate(boolean ledger, int units, Work work) throws Exception {
		Object changeLog = this.context.getBean("changeLog");
		Object stamps = ReflectionTestUtils.getField(changeLog, "stamps");
		ReflectionTestUtils.setField(changeLog, "stamps", ledger ? stamps : Forger.noStamps());
		AtomicInteger left = new AtomicInteger(units);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		ScheduledExecutorService sealing = Executors.newSingleThreadScheduledExecutor();
		try {
			double cpuBefore = cpuMillis();
			long start = System.nanoTime();
			if (ledger) {
				sealing.scheduleWithFixedDelay(this::seal, 1, 1, TimeUnit.SECONDS);
			}
			List<Future<?>> workers = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				int thread = i;
				workers.add(threads.submit(() -> {
					while (left.decrementAndGet() >= 0) {
						work.once(thread);
					}
					return null;
				}));
			}
			for (Future<?> worker : workers) {
				worker.get();
			}
			sealing.shutdown();
			sealing.awaitTermination(1, TimeUnit.MINUTES);
			if (ledger) {
				seal();
			}
			return new Rate(units / ((System.nanoTime() - start) / 1e9), (cpuMillis() - cpuBefore) / units);
		}
		finally {
			threads.shutdownNow();
			sealing.shutdownNow();
			ReflectionTestUtils.setField(changeLog, "stamps", stamps);
			// The sealer need not look at what bears no stamp in each round to come.
			this.transaction.executeWithoutResult(
					(status) -> this.jdbc.update("update record_change set seal_number = 0 where seal_number is null"));
		}
	}

	private void seal() {
		ReflectionTestUtils.invokeMethod(this.context.getBean("sealer"), "seal");
	}

	/**
	 * The processor time so far of this JVM and of the statements of the MySQL server:
	 * unlike rates it can be compared on a busy machine.
	 */
	private double cpuMillis() {
		double jvm = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e6;
		return !TestDatabase.onMySql() ? jvm : jvm + this.jdbc.queryForObject(
				"select sum(sum_cpu_time) / 1e9 from performance_schema.events_statements_summary_global_by_event_name",
				Double.class);
	}

	/**
	 * How fast it went.
	 *
	 * @param perSecond how many records or steps
	 * @param cpuMillis processor time for each
	 */
	private record Rate(double perSecond, double cpuMillis) {
	}

	private interface Work {

		void once(int thread) throws Exception;

	}

}
