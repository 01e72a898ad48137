package org.wuyeflow.record.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Rows of H2.
 */
final class H2Rows extends Rows {

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private static final int PIECE = 64 * 1024;

	private final ResultSet rows;

	private final ResultSetMetaData columns;

	H2Rows(Statement statement, ResultSet rows) throws SQLException {
		super(statement, rows);
		this.rows = rows;
		this.columns = rows.getMetaData();
	}

	@Override
	boolean advance() throws SQLException {
		return this.rows.next();
	}

	@Override
	byte[] read(int column) throws SQLException {
		return switch (this.columns.getColumnType(column)) {
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

	@Override
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

}
