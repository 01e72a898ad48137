package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;

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

	private static final byte[] MARK = ERASURE.getBytes(StandardCharsets.US_ASCII);

	private static final byte[] NEW = "new".getBytes(StandardCharsets.US_ASCII);

	private static final int UNKNOWN = -1;

	private static final int MARKED = -2;

	private final RecordTable table;

	/** The attributes by their hash, for {@link PlainJson}. */
	private final int[] slots;

	private final byte[][] names;

	private byte[][] values;

	private final PlainJson plain = new PlainJson();

	private final Fields fields = new Fields();

	private final MessageDigest digest = LeafHasher.sha256();

	RecordState(RecordTable table) {
		this.table = table;
		int columns = table.columns().size();
		this.values = new byte[columns][];
		this.names = new byte[columns][];
		this.slots = new int[Integer.highestOneBit(columns) * 4];
		Arrays.fill(this.slots, UNKNOWN);
		for (int column = 0; column < columns; column++) {
			this.names[column] = table.columns().get(column).attribute().getBytes(StandardCharsets.UTF_8);
			int slot = PlainJson.hash(this.names[column]);
			while (this.slots[slot & (this.slots.length - 1)] != UNKNOWN) {
				slot++;
			}
			this.slots[slot & (this.slots.length - 1)] = column;
		}
	}

	void clear() {
		this.values = new byte[this.values.length][];
	}

	/**
	 * Applies one change. Fields that the table does not have, such as those of a former
	 * edition of the form, are left out.
	 * @return whether the change erased what was personal
	 * @throws IOException where it is none
	 */
	boolean apply(byte[] change) throws IOException {
		if (change.length == NOTHING && change[0] == '{' && change[1] == '}') {
			return false;
		}
		Outcome outcome = applyPlain(change);
		return (outcome != Outcome.NOT_PLAIN) ? outcome == Outcome.ERASED : applyAny(change);
	}

	/** A third of the time of {@link #applyAny}, which takes up what this leaves. */
	private Outcome applyPlain(byte[] change) {
		this.plain.open(change);
		Outcome outcome = Outcome.APPLIED;
		if (!this.plain.take('{')) {
			return Outcome.NOT_PLAIN;
		}
		do {
			int column = this.plain.takeText() ? column() : UNKNOWN;
			byte[] after = null;
			if (!this.plain.take(':') || !this.plain.take('{')) {
				return Outcome.NOT_PLAIN;
			}
			do {
				if (!this.plain.takeText()) {
					return Outcome.NOT_PLAIN;
				}
				boolean isNew = this.plain.is(NEW);
				if (!this.plain.take(':') || !(this.plain.takeText() || this.plain.takeWord())) {
					return Outcome.NOT_PLAIN;
				}
				after = isNew ? this.plain.text() : after;
			}
			while (this.plain.take(','));
			if (!this.plain.take('}')) {
				return Outcome.NOT_PLAIN;
			}
			if (column == MARKED) {
				outcome = Outcome.ERASED;
			}
			set(column, after);
		}
		while (this.plain.take(','));
		return (this.plain.take('}') && this.plain.atEnd()) ? outcome : Outcome.NOT_PLAIN;
	}

	private int column() {
		if (this.plain.is(MARK)) {
			return MARKED;
		}
		for (int slot = this.plain.hash();; slot++) {
			int column = this.slots[slot & (this.slots.length - 1)];
			if (column == UNKNOWN || this.plain.is(this.names[column])) {
				return column;
			}
		}
	}

	private boolean applyAny(byte[] change) throws IOException {
		boolean erased = false;
		try (JsonParser json = JSON.createParser(change)) {
			expect(json.nextToken() == JsonToken.START_OBJECT);
			for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
				expect(json.nextToken() == JsonToken.START_OBJECT);
				byte[] after = null;
				for (String which = json.nextFieldName(); which != null; which = json.nextFieldName()) {
					json.nextToken();
					expect(json.currentToken().isScalarValue());
					if ("new".equals(which)) {
						after = json.getText().getBytes(StandardCharsets.UTF_8);
					}
				}
				erased |= ERASURE.equals(name);
				set(ERASURE.equals(name) ? MARKED : this.table.indexOf(name), after);
			}
		}
		return erased;
	}

	private void set(int column, byte[] after) {
		if (column >= 0) {
			this.values[column] = after;
		}
		else if (column == MARKED) {
			for (int i = 0; i < this.values.length; i++) {
				if (this.table.columns().get(i).personal()) {
					this.values[i] = null;
				}
			}
		}
	}

	/** What a column must hold after the changes, or null. */
	byte[] value(int column) {
		return this.table.columns().get(column).ofLog(this.values[column]);
	}

	/** What the log holds of an attribute, or null. */
	String logged(String attribute) {
		int column = this.table.indexOf(attribute);
		return (column >= 0 && this.values[column] != null) ? new String(this.values[column], StandardCharsets.UTF_8)
				: null;
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

	private static void expect(boolean condition) throws IOException {
		if (!condition) {
			throw new IOException("Not a change");
		}
	}

	private enum Outcome {

		APPLIED, ERASED, NOT_PLAIN

	}

}
