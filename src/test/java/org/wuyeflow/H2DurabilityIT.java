package org.wuyeflow;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a step of the sample acknowledged is there after the application was killed. */
class H2DurabilityIT {

	private static final int ROUNDS = 4;

	@TempDir
	Path directory;

	@Test
	void everyAcknowledgedCommitSurvivesTheKilledJvm() throws Exception {
		Random random = new Random(42);
		Set<Long> acknowledged = new HashSet<>();
		for (int round = 0; round < ROUNDS; round++) {
			int before = acknowledged.size();
			int enough = 50 + random.nextInt(450);
			Process writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
					System.getProperty("java.class.path"), Writer.class.getName(), url())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			try (BufferedReader output = writer.inputReader()) {
				for (String line = output.readLine(); line != null; line = output.readLine()) {
					if (!line.matches("kept \\d{19}")) {
						continue;
					}
					acknowledged.add(Long.valueOf(line.substring(5)));
					if (acknowledged.size() == before + enough) {
						// Unlike the process's own method, this leaves its output
						// readable.
						writer.toHandle().destroyForcibly();
					}
				}
			}
			assertThat(writer.waitFor()).as("killed, not ended").isNotZero();
			assertThat(acknowledged).as("acknowledged in round " + round).hasSizeGreaterThanOrEqualTo(before + enough);
			assertThat(kept()).containsAll(acknowledged);
		}
	}

	private Set<Long> kept() {
		try (HikariDataSource dataSource = open(url())) {
			return Set.copyOf(JdbcClient.create(dataSource).sql("select id from trial").query(Long.class).list());
		}
	}

	private String url() {
		return "jdbc:h2:file:" + this.directory.resolve("killed");
	}

	private static HikariDataSource open(String url) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url);
		dataSource.setUsername("sa");
		dataSource.setAutoCommit(false);
		DatabaseConnections.prepare(dataSource);
		return dataSource;
	}

	/**
	 * Commits one row after the other and prints each that was committed, until it is
	 * killed, nobody reads on, or a minute is over.
	 */
	static final class Writer {

		private Writer() {
		}

		public static void main(String[] arguments) throws SQLException {
			try (HikariDataSource dataSource = open(arguments[0]);
					Connection connection = dataSource.getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("create table if not exists trial (id bigint primary key, text varchar(200))");
				long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
				for (long id = 1_000_000_000_000_000_000L + System.nanoTime(); System.nanoTime() < end
						&& !System.out.checkError(); id++) {
					statement.execute("insert into trial values (" + id + ", '" + "水".repeat(100) + "')");
					connection.commit();
					System.out.println("kept " + id);
				}
			}
		}

	}

}
