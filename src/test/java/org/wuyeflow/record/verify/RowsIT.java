package org.wuyeflow.record.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.wuyeflow.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows that end before their end.
 */
class RowsIT {

	private static final String MANY = """
			with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
			select i, repeat('x', 100000) from n""";

	@Test
	void connectionThatIsLostIsAnErrorOfTheDatabase() throws Exception {
		TestDatabase database = TestDatabase.create();
		try (Connection connection = database.connect()) {
			Optional<Long> id = idOnMySql(connection);
			Rows rows = Rows.stream(connection, MANY);
			rows.next();
			lose(connection, id, database);
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
				while (rows.next()) {
					rows.bytes(2);
				}
			});
		}
	}

	private static Optional<Long> idOnMySql(Connection connection) throws SQLException {
		if (!TestDatabase.onMySql()) {
			return Optional.empty();
		}
		try (Rows own = Rows.stream(connection, "select connection_id()")) {
			own.next();
			return Optional.of(own.number(1));
		}
	}

	private static void lose(Connection connection, Optional<Long> id, TestDatabase database) throws SQLException {
		if (id.isEmpty()) {
			connection.close();
			return;
		}
		try (Connection other = database.connect(); Statement statement = other.createStatement()) {
			statement.execute("kill " + id.get());
		}
	}

}
