package org.wuyeflow.record.verify;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.HexFormat;

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
	 * The text of what the log holds; where that is none of this type, equal to nothing.
	 */
	String ofLog(String logged) {
		try {
			return (logged != null) ? this.type.ofLog(logged) : this.never;
		}
		catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException ex) {
			return "? " + logged;
		}
	}

	/** The text of what the row holds in this column. */
	String ofRow(Rows row, int column) throws SQLException {
		if (this.type == ColumnType.ID) {
			byte[] id = row.bytes(column);
			return (id != null) ? HexFormat.of().formatHex(id) : null;
		}
		String stored = row.text(column);
		return (stored != null) ? this.type.ofDatabase(stored) : this.never;
	}

}
