package org.wuyeflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import javax.sql.DataSource;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import jakarta.persistence.EntityManager;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application relies on in the connections to either database. */
@IntegrationTest
class DatabaseConnectionsIT {

	private static final String RARE = "𠮷屋漏水😀";

	/** In the hour that New York had twice, with all the precision that is stored. */
	private static final Instant MOMENT = Instant.parse("2026-11-01T06:30:07.089456Z");

	@Autowired
	DataSource dataSource;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	EntityManager entityManager;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	HistoryService history;

	@Autowired
	IdentityService identities;

	private final TimeZone zone = TimeZone.getDefault();

	private String deployment;

	private ProcessInstance instance;

	@BeforeEach
	void start() {
		this.deployment = this.repository.createDeployment()
			.addModelInstance("connections.bpmn",
					Bpmn.createExecutableProcess("connections")
						.startEvent()
						.userTask("UserTask_Wait")
						.name(RARE)
						.boundaryEvent("BoundaryEvent_Late")
						.timerWithDuration("P1D")
						.endEvent()
						.moveToActivity("UserTask_Wait")
						.endEvent()
						.done())
			.deploy()
			.getId();
		this.instance = this.runtime.startProcessInstanceByKey("connections", Map.of("text", RARE));
	}

	@AfterEach
	void clean() {
		TimeZone.setDefault(this.zone);
		this.repository.deleteDeployment(this.deployment, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "America/New_York", "UTC", "Asia/Shanghai" })
	void dueDateIsStoredInUtcToTheMillisecondWhateverTheZone(String writer) {
		TimeZone.setDefault(TimeZone.getTimeZone(writer));
		this.management.setJobDuedate(job().getId(), Date.from(MOMENT));
		assertThat(stored("select cast(DUEDATE_ as char(23)) from ACT_RU_JOB where ID_ = ?", job().getId()))
			.isEqualTo("2026-11-01 06:30:07.089");
		for (String reader : List.of("America/New_York", "UTC", "Asia/Shanghai")) {
			TimeZone.setDefault(TimeZone.getTimeZone(reader));
			assertThat(job().getDuedate().toInstant()).isEqualTo(MOMENT.minusNanos(456_000));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "America/New_York", "UTC", "Asia/Shanghai" })
	void dueDateIsFoundToTheMillisecondWhateverTheZone(String reader) {
		this.management.setJobDuedate(job().getId(), Date.from(MOMENT));
		TimeZone.setDefault(TimeZone.getTimeZone(reader));
		assertThat(dueBetween(MOMENT.minusMillis(1), MOMENT.plusMillis(1))).isOne();
		assertThat(dueBetween(MOMENT.minusMillis(3), MOMENT.minusMillis(2))).isZero();
		assertThat(dueBetween(MOMENT.plusMillis(1), MOMENT.plusMillis(2))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "America/New_York", "UTC", "Asia/Shanghai" })
	void instantOfRecordIsStoredInUtcToTheMicrosecondWhateverTheZone(String writer) {
		this.jdbc.sql("create table trial_instant (happened datetime(6))").update();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone(writer));
			this.transaction.executeWithoutResult((status) -> this.entityManager.unwrap(Session.class)
				.createNativeMutationQuery("insert into trial_instant values (:at)")
				.setParameter("at", MOMENT, StandardBasicTypes.INSTANT)
				.executeUpdate());
			assertThat(
					this.jdbc.sql("select cast(happened as char(26)) from trial_instant").query(String.class).single())
				.isEqualTo("2026-11-01 06:30:07.089456");
			for (String reader : List.of("America/New_York", "UTC", "Asia/Shanghai")) {
				TimeZone.setDefault(TimeZone.getTimeZone(reader));
				assertThat(this.entityManager.createNativeQuery("select happened from trial_instant", Instant.class)
					.getSingleResult()).isEqualTo(MOMENT);
			}
		}
		finally {
			this.jdbc.sql("drop table trial_instant").update();
		}
	}

	@Test
	void databaseTellsTheTimeInUtc() {
		String now = this.jdbc.sql("select cast(current_timestamp as char(19))").query(String.class).single();
		Instant instant = LocalDateTime.parse(now, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
			.toInstant(ZoneOffset.UTC);
		assertThat(instant).isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(120));
	}

	@Test
	void engineKeepsRareCharactersAndEmoji() {
		User user = this.identities.newUser("rare-name");
		user.setFirstName(RARE);
		this.identities.saveUser(user);
		try {
			assertThat(this.identities.createUserQuery().userId("rare-name").singleResult().getFirstName())
				.isEqualTo(RARE);
		}
		finally {
			this.identities.deleteUser("rare-name");
		}
		Task task = this.tasks.createTaskQuery().processInstanceId(this.instance.getId()).singleResult();
		assertThat(task.getName()).isEqualTo(RARE);
		assertThat(this.runtime.getVariable(this.instance.getId(), "text")).isEqualTo(RARE);
		assertThat(this.runtime.createProcessInstanceQuery().variableValueEquals("text", RARE).count()).isOne();
		assertThat(this.history.createHistoricTaskInstanceQuery().taskName(RARE).count()).isOne();
	}

	@Test
	void everyTextOfTheSchemaTakesRareCharactersAndTellsCasesApart() {
		if (TestDatabase.onMySql()) {
			assertThat(this.jdbc
				.sql("select concat(table_name, '.', column_name) from information_schema.columns"
						+ " where table_schema = database() and character_set_name is not null"
						+ " and collation_name <> 'utf8mb4_bin' and table_name <> 'flyway_schema_history'")
				.query(String.class)
				.list()).isEmpty();
			assertThat(this.jdbc
				.sql("select default_collation_name from information_schema.schemata where schema_name = database()")
				.query(String.class)
				.single()).isEqualTo("utf8mb4_bin");
		}
		assertThat(this.tasks.createTaskQuery().taskName(RARE).count()).isOne();
		assertThat(this.tasks.createTaskQuery().taskName(RARE.replace("😀", "😁")).count()).isZero();
	}

	@Test
	void applicationRunsOnTheDatabaseOfThisRun() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(connection.getMetaData().getDatabaseProductName())
				.isEqualTo(TestDatabase.onMySql() ? "MySQL" : "H2");
		}
	}

	@Test
	void connectionsReadWhatIsCommittedAndCommitWhenTold() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
			assertThat(connection.getAutoCommit()).isFalse();
		}
	}

	@Test
	void switchesReachTheDriver() throws SQLException {
		if (TestDatabase.onMySql()) {
			try (Connection connection = this.dataSource.getConnection()) {
				PropertySet properties = connection.unwrap(JdbcConnection.class).getPropertySet();
				for (String name : List.of("useLocalSessionState", "rewriteBatchedStatements",
						"cacheServerConfiguration", "elideSetAutoCommits", "cachePrepStmts", "nullDatabaseMeansCurrent",
						"sendFractionalSeconds")) {
					assertThat(properties.getBooleanProperty(name).getValue()).as(name).isTrue();
				}
				assertThat(properties.getBooleanProperty("maintainTimeStats").getValue()).isFalse();
				assertThat(properties.getIntegerProperty("connectTimeout").getValue()).isEqualTo(3_000);
				assertThat(properties.getIntegerProperty("socketTimeout").getValue()).isEqualTo(30_000);
			}
			assertThat(this.jdbc.sql("select @@session.innodb_lock_wait_timeout").query(Integer.class).single())
				.isEqualTo(10);
		}
	}

	@Test
	void nothingStaysUncommittedAtRest() {
		this.tasks
			.complete(this.tasks.createTaskQuery().processInstanceId(this.instance.getId()).singleResult().getId());
		String open = TestDatabase.onMySql()
				? "select count(*) from information_schema.innodb_trx t join information_schema.processlist p"
						+ " on p.id = t.trx_mysql_thread_id where p.db = database() and p.id <> connection_id()"
				: "select count(*) from information_schema.sessions where contains_uncommitted"
						+ " and session_id <> session_id()";
		assertThat(this.jdbc.sql(open).query(Long.class).single()).isZero();
	}

	private long dueBetween(Instant from, Instant until) {
		return this.management.createJobQuery()
			.processInstanceId(this.instance.getId())
			.duedateHigherThan(Date.from(from))
			.duedateLowerThan(Date.from(until))
			.count();
	}

	private Job job() {
		return this.management.createJobQuery().processInstanceId(this.instance.getId()).singleResult();
	}

	private String stored(String sql, String parameter) {
		return this.jdbc.sql(sql).param(parameter).query(String.class).single();
	}

}
