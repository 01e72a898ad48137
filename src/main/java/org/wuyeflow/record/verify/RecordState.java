package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What a record of one table must hold after its changes.
 */
final class RecordState {

	/** What the change log writes in place of the fields that it erases. */
	static final String ERASURE = "@personal";

	/** The length of the JSON of no field at all. */
	private static final int NOTHING = 2;

	private static final JsonFactory JSON = new JsonFactory();

	private final RecordTable table;

	private final Map<String, Integer> index = new HashMap<>();

	private final String[] values;

	private final Fields fields = new Fields();

	private final MessageDigest digest = LeafHasher.sha256();

	RecordState(RecordTable table) {
		this.table = table;
		this.values = new String[table.columns().size()];
		for (int i = 0; i < this.values.length; i++) {
			this.index.put(table.columns().get(i).attribute(), i);
		}
	}

	void clear() {
		Arrays.fill(this.values, null);
	}

	/**
	 * Applies one change. Fields that the table does not have, such as those of a former
	 * edition of the form, are left out.
	 * @return whether the change erased what was personal
	 */
	boolean apply(byte[] fields) throws IOException {
		if (fields.length == NOTHING && fields[0] == '{' && fields[1] == '}') {
			return false;
		}
		boolean erased = false;
		try (JsonParser json = JSON.createParser(fields)) {
			expect(json.nextToken() == JsonToken.START_OBJECT);
			for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
				expect(json.nextToken() == JsonToken.START_OBJECT);
				String after = null;
				for (String which = json.nextFieldName(); which != null; which = json.nextFieldName()) {
					json.nextToken();
					expect(json.currentToken().isScalarValue());
					if ("new".equals(which)) {
						after = json.getText();
					}
				}
				if (ERASURE.equals(name)) {
					erase();
					erased = true;
				}
				else {
					Integer column = this.index.get(name);
					if (column != null) {
						this.values[column] = after;
					}
				}
			}
		}
		return erased;
	}

	/** What a column must hold after the changes, or null. */
	byte[] value(int column) {
		return this.table.columns().get(column).ofLog(this.values[column]);
	}

	/** What the log holds of an attribute, or null. */
	String logged(String attribute) {
		Integer column = this.index.get(attribute);
		return (column != null) ? this.values[column] : null;
	}

	/**
	 * The digest of what the row must hold.
	 * @param version the number of the last change
	 */
	byte[] digest(long version) {
		this.fields.begin(Long.toString(version).getBytes(StandardCharsets.US_ASCII));
		for (int i = 0; i < this.values.length; i++) {
			this.fields.put(value(i));
		}
		return this.fields.digest(this.digest);
	}

	/** The digest of what a row holds, to be compared with {@link #digest(long)}. */
	byte[] digest(long version, Rows row, int firstColumn) throws SQLException {
		this.fields.begin(Long.toString(version).getBytes(StandardCharsets.US_ASCII));
		for (int i = 0; i < this.values.length; i++) {
			this.fields.put(this.table.columns().get(i).ofRow(row, firstColumn + i));
		}
		return this.fields.digest(this.digest);
	}

	private void erase() {
		for (int i = 0; i < this.values.length; i++) {
			if (this.table.columns().get(i).personal()) {
				this.values[i] = null;
			}
		}
	}

	private static void expect(boolean condition) throws IOException {
		if (!condition) {
			throw new IOException("Not a change");
		}
	}

}
