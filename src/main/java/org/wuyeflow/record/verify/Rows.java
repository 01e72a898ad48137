package org.wuyeflow.record.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The rows of one query, streamed. MySQL's values are taken as the bytes that it sends,
 * which is what makes the check fast; H2's are brought to the same form: UTF-8 texts,
 * times as {@code 2026-03-05 06:30:00.123456}, booleans as 1 and 0.
 */
final class Rows implements AutoCloseable {

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private static final int PIECE = 64 * 1024;

	private final Statement statement;

	private final ResultSet rows;

	private final boolean raw;

	private final int[] types;

	/** What was read of the present row. */
	private final byte[][] read;

	/** Up to which column it was read. */
	private int last;

	private Rows(Statement statement, ResultSet rows, boolean raw) throws SQLException {
		this.statement = statement;
		this.rows = rows;
		this.raw = raw;
		this.types = new int[rows.getMetaData().getColumnCount() + 1];
		this.read = new byte[this.types.length][];
		for (int i = 1; i < this.types.length; i++) {
			this.types[i] = rows.getMetaData().getColumnType(i);
		}
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
		boolean mysql = isMySql(connection);
		Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
		if (mysql) {
			statement.setFetchSize(Integer.MIN_VALUE);
		}
		return new Rows(statement, statement.executeQuery(query), mysql);
	}

	boolean next() throws SQLException {
		this.last = 0;
		return this.rows.next();
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

	private byte[] read(int column) throws SQLException {
		if (this.raw) {
			return this.rows.getBytes(column);
		}
		return switch (this.types[column]) {
			case Types.BINARY, Types.VARBINARY -> this.rows.getBytes(column);
			case Types.TIMESTAMP -> {
				LocalDateTime time = this.rows.getObject(column, LocalDateTime.class);
				yield (time != null) ? MICROSECONDS.format(time).getBytes(StandardCharsets.US_ASCII) : null;
			}
			case Types.BOOLEAN -> {
				boolean yes = this.rows.getBoolean(column);
				yield this.rows.wasNull() ? null : (yes ? "1" : "0").getBytes(StandardCharsets.US_ASCII);
			}
			default -> {
				String text = this.rows.getString(column);
				yield (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
			}
		};
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
	 * Puts a value's bytes through a digest, piece by piece.
	 * @return how many bytes there were, or -1 where the value is absent
	 */
	long digest(int column, MessageDigest digest) throws SQLException {
		try (InputStream content = this.rows.getBinaryStream(column)) {
			if (content == null) {
				return -1;
			}
			byte[] piece = new byte[PIECE];
			long length = 0;
			for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
				digest.update(piece, 0, read);
				length += read;
			}
			return length;
		}
		catch (IOException ex) {
			throw new SQLException(ex);
		}
	}

	private static boolean isMySql(Connection connection) throws SQLException {
		return connection.getMetaData().getURL().startsWith("jdbc:mysql:");
	}

	@Override
	public void close() throws SQLException {
		this.rows.close();
		this.statement.close();
	}

}
