package org.wuyeflow.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A fresh, empty database for tests, of the kind that the system property
 * {@code wuyeflow.test.database} names: {@code h2} (the default) or {@code mysql}. It is
 * gone when the JVM ends. Where {@link MySqlServer} comes from is printed once.
 *
 * @param url the JDBC URL
 * @param username the database user
 * @param password the user's password
 */
public record TestDatabase(String url, String username, String password) {

	/** Whether this run is the one on MySQL. */
	public static boolean onMySql() {
		String kind = System.getProperty("wuyeflow.test.database", "h2");
		return switch (kind) {
			case "h2" -> false;
			case "mysql" -> true;
			default -> throw new IllegalStateException("wuyeflow.test.database must be h2 or mysql, not " + kind);
		};
	}

	/**
	 * Makes a new empty database.
	 * @throws IllegalStateException where the run is on MySQL and no server can be had
	 */
	public static TestDatabase create() {
		return onMySql() ? createOnMySql() : createOnH2();
	}

	/** Makes a new empty database on H2, whatever the run is on. */
	public static TestDatabase createOnH2() {
		return new TestDatabase("jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1", "sa", "");
	}

	private static TestDatabase createOnMySql() {
		MySqlServer server = MySqlServer.running();
		String name = newName();
		server.createDatabase(name);
		return new TestDatabase(server.url(name), server.username(), server.password());
	}

	/** Opens a connection to this database. */
	public Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.username, this.password);
	}

	/** Writes this database, which is on MySQL, into a file with {@code mysqldump}. */
	public void dump(Path file, String... options) throws Exception {
		List<String> arguments = new ArrayList<>(
				List.of("--single-transaction", "--no-tablespaces", "--set-gtid-purged=OFF"));
		arguments.addAll(List.of(options));
		arguments.add(name());
		MySqlServer.running().client("mysqldump", null, file, arguments.toArray(String[]::new));
	}

	/** Loads such a file into this database with {@code mysql}. */
	public void load(Path file, String... options) throws Exception {
		List<String> arguments = new ArrayList<>(List.of(options));
		arguments.add(name());
		MySqlServer.running().client("mysql", file, null, arguments.toArray(String[]::new));
	}

	private String name() {
		return this.url.replaceAll(".*/|\\?.*", "");
	}

	private static String newName() {
		return "wuyeflow_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
	}

	/** Lets a Spring application run on a fresh test database. */
	public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestDatabase database = create();
			TestPropertyValues
				.of("spring.datasource.url=" + database.url, "spring.datasource.username=" + database.username,
						"spring.datasource.password=" + database.password, "wuyeflow.data-dir=target/test-data")
				.applyTo(context);
		}

	}

	/**
	 * Skips a test of the MySQL run where no MySQL can be had, and says so; in CI the
	 * test fails instead.
	 */
	public static class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (!onMySql() || MySqlServer.available()) {
				return ConditionEvaluationResult.enabled("There is a database");
			}
			if (Boolean.parseBoolean(System.getenv("CI"))) {
				throw new IllegalStateException("CI must test on MySQL, but " + MySqlServer.whyNot());
			}
			return ConditionEvaluationResult.disabled(MySqlServer.whyNot());
		}

	}

}
