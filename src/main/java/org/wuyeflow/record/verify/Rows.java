package org.wuyeflow.record.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rows of one query, streamed, with the values in MySQL's form whatever the database:
 * UTF-8 texts, times as {@code 2026-03-05 06:30:00.123456}, booleans as 1 and 0.
 */
abstract class Rows implements AutoCloseable {

	private final Statement statement;

	private final ResultSet rows;

	private final int columns;

	/**
	 * What was read of the present row. A new array for each: to write into one that has
	 * grown old costs the collector more.
	 */
	private byte[][] read;

	/** Up to which column it was read. */
	private int last;

	/** Takes over what a query of the statement gave. */
	Rows(Statement statement, ResultSet rows) throws SQLException {
		this.statement = statement;
		this.rows = rows;
		this.columns = rows.getMetaData().getColumnCount();
	}

	/** Makes the server send UTF-8 whatever the tables are stored in. */
	static void prepare(Connection connection) throws SQLException {
		if (isMySql(connection)) {
			try (Statement statement = connection.createStatement()) {
				statement.execute("set character_set_results = utf8mb4");
			}
		}
	}

	/** Runs a query; on MySQL nothing else may be asked until it is closed. */
	static Rows stream(Connection connection, String query) throws SQLException {
		Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
		return isMySql(connection) ? MySqlRows.stream(statement, query)
				: new H2Rows(statement, statement.executeQuery(query));
	}

	boolean next() throws SQLException {
		this.last = 0;
		this.read = new byte[this.columns + 1][];
		return advance();
	}

	/**
	 * A value's bytes, or null. Columns are read from the left to the right, for the
	 * driver of MySQL goes through a row once more for each that lies before the last.
	 */
	byte[] bytes(int column) throws SQLException {
		while (this.last < column) {
			this.last++;
			this.read[this.last] = read(this.last);
		}
		return this.read[column];
	}

	String text(int column) throws SQLException {
		byte[] bytes = bytes(column);
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : null;
	}

	/** A whole number; an absent one is -1. */
	long number(int column) throws SQLException {
		byte[] digits = bytes(column);
		if (digits == null) {
			return -1;
		}
		long number = 0;
		for (byte digit : digits) {
			if (digit < '0' || digit > '9') {
				return Long.MIN_VALUE;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

	/**
	 * Puts a value's bytes through a digest, and keeps none of them.
	 * @return how many bytes there were, or -1 where the value is absent
	 */
	abstract long digest(int column, MessageDigest digest) throws SQLException;

	/** Goes to the next row, if there is one. */
	abstract boolean advance() throws SQLException;

	/** Reads a value of the present row, or null. */
	abstract byte[] read(int column) throws SQLException;

	private static boolean isMySql(Connection connection) throws SQLException {
		return connection.getMetaData().getURL().startsWith("jdbc:mysql:");
	}

	@Override
	public void close() throws SQLException {
		this.rows.close();
		this.statement.close();
	}

}
