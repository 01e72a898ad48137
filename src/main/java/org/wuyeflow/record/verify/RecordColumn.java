package org.wuyeflow.record.verify;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;

/**
 * A column of a record's table.
 *
 * @param attribute what the change log calls it
 * @param name the column's name
 * @param type what it holds
 * @param label what people call it
 * @param personal whether it holds personal data
 * @param never what it holds where no change has ever set it, or null: primitives and
 * columns that must be filled cannot hold null
 */
record RecordColumn(String attribute, String name, ColumnType type, String label, boolean personal, String never) {

	/**
	 * The bytes that stand for what the log holds; where that is none of this type, equal
	 * to nothing.
	 */
	byte[] ofLog(byte[] logged) {
		try {
			return (logged != null) ? this.type.ofLog(logged) : untouched();
		}
		catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			return ("? " + new String(logged, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
		}
	}

	/** The bytes that stand for what the row holds in this column. */
	byte[] ofRow(Rows row, int column) throws SQLException {
		byte[] stored = row.bytes(column);
		return (stored != null) ? this.type.ofDatabase(stored) : untouched();
	}

	private byte[] untouched() {
		return (this.never != null) ? this.never.getBytes(StandardCharsets.UTF_8) : null;
	}

}
