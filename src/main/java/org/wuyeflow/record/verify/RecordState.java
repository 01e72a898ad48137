package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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

	private static final JsonFactory JSON = new JsonFactory();

	private static final int DIGEST = 16;

	private final RecordTable table;

	private final Map<String, Integer> index = new HashMap<>();

	private final String[] values;

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

	/** The value of a column after the changes, brought to one text. */
	String value(int column) {
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
		add(this.digest, Long.toString(version));
		for (int i = 0; i < this.values.length; i++) {
			add(this.digest, value(i));
		}
		return Arrays.copyOf(this.digest.digest(), DIGEST);
	}

	/** The digest of what a row holds, to be compared with {@link #digest(long)}. */
	static byte[] digest(long version, String[] row, MessageDigest digest) {
		add(digest, Long.toString(version));
		for (String value : row) {
			add(digest, value);
		}
		return Arrays.copyOf(digest.digest(), DIGEST);
	}

	private static void add(MessageDigest digest, String value) {
		if (value == null) {
			digest.update((byte) 0);
			return;
		}
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		digest.update(new byte[] { 1, (byte) (bytes.length >> 24), (byte) (bytes.length >> 16),
				(byte) (bytes.length >> 8), (byte) bytes.length });
		digest.update(bytes);
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
