package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.record.ledger.LedgerKey;
import org.wuyeflow.record.verify.Finding.Kind;

/**
 * Looks at one record more closely, and says what is wrong with it.
 */
final class Examination {

	/** How long a change may wait for its seal where nothing is wrong. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private static final byte[] NOTHING_PERSONAL = "{}".getBytes(StandardCharsets.US_ASCII);

	private final Connection connection;

	private final List<RecordTable> tables;

	private final Map<String, LedgerKey> keys;

	private final Set<Long> brokenBlocks;

	private final Instant now;

	private final Report report;

	Examination(Connection connection, List<RecordTable> tables, Map<String, LedgerKey> keys, Set<Long> brokenBlocks,
			Instant now, Report report) {
		this.connection = connection;
		this.tables = tables;
		this.keys = keys;
		this.brokenBlocks = brokenBlocks;
		this.now = now;
		this.report = report;
	}

	/**
	 * Whether a change that is in no block bears no good stamp and is not of this minute:
	 * a node with another key may be about to seal a younger one.
	 */
	static boolean waitsTooLong(Rows row, LeafHasher hasher, Map<String, LedgerKey> keys, Instant now)
			throws SQLException {
		if (keys.values().stream().noneMatch(LedgerKey::signs) || stamped(row, hasher, keys)) {
			return false;
		}
		try {
			Instant at = LocalDateTime.parse(row.text(LeafHasher.CHANGED_AT), MICROSECONDS).toInstant(ZoneOffset.UTC);
			return Duration.between(at, now).abs().compareTo(PATIENCE) > 0;
		}
		catch (DateTimeParseException ex) {
			return true;
		}
	}

	/** How the personal data of a change stands. */
	static Personal personal(Rows row, LeafHasher hasher) throws SQLException {
		byte[] hash = row.bytes(LeafHasher.PERSONAL_HASH);
		byte[] fields = row.bytes(LeafHasher.PERSONAL_FIELDS);
		byte[] salt = row.bytes(LeafHasher.PERSONAL_SALT);
		if (hash == null) {
			return (Arrays.equals(fields, NOTHING_PERSONAL) && salt == null) ? Personal.NONE : Personal.BROKEN;
		}
		if (fields.length == 0 && salt == null) {
			return Personal.ERASED;
		}
		return (salt != null && Arrays.equals(hash, hasher.personalHash(salt, fields))) ? Personal.KEPT
				: Personal.BROKEN;
	}

	/** Reads a record and its changes again, and reports all that is wrong. */
	void examine(byte[] id) throws SQLException {
		String hex = HexFormat.of().formatHex(id);
		List<Change> changes = changes(hex);
		Optional<RecordTable> table = changes.isEmpty() ? tableWith(hex)
				: this.tables.stream().filter((one) -> one.entity().equals(changes.get(0).entity())).findFirst();
		if (table.isEmpty()) {
			this.report.found(new Finding(Kind.RECORD_MISSING, "案件 " + changes.get(0).caseNumber() + " 的记录 " + hex,
					"不认识的记录类别 " + changes.get(0).entity()));
			return;
		}
		RecordState state = new RecordState(table.get());
		String[] row = row(table.get(), hex);
		boolean legible = apply(changes, state);
		String where = where(table.get(), hex, state, row);
		if (changes.isEmpty()) {
			found(Kind.RECORD_WITHOUT_CHANGES, where, "");
			return;
		}
		checkNumbers(changes, where, versionOf(table.get(), hex));
		checkEach(changes, where);
		if (row == null) {
			found(Kind.RECORD_MISSING, where, "");
		}
		else if (legible) {
			compare(table.get(), state, row, where);
		}
		if (row != null && versionOf(table.get(), hex) < changes.get(changes.size() - 1).number()) {
			found(Kind.RECORD_DIFFERS, where, "版本");
		}
	}

	private void checkNumbers(List<Change> changes, String where, long version) {
		long next = 0;
		for (Change change : changes) {
			while (next < change.number()) {
				found(Kind.CHANGE_MISSING, where, "第 " + next++ + " 次修改");
			}
			next = change.number() + 1;
		}
		if (version >= next) {
			found(Kind.CHANGE_MISSING, where, "第 " + next + " 次修改");
		}
	}

	private void checkEach(List<Change> changes, String where) {
		int erasure = -1;
		for (int i = 0; i < changes.size(); i++) {
			erasure = changes.get(i).erasure() ? i : erasure;
		}
		for (int i = 0; i < changes.size(); i++) {
			Change change = changes.get(i);
			String which = "第 " + change.number() + " 次修改";
			boolean gone = change.personal() == Personal.ERASED;
			if (change.personal() == Personal.BROKEN || (gone && i > erasure)) {
				found(Kind.PERSONAL_DATA, where, which);
			}
			if (change.personal() == Personal.KEPT && i < erasure) {
				found(Kind.NOT_ERASED, where, which);
			}
			if (change.block() == -1 && change.tooLong()) {
				found(Kind.CHANGE_FORGED, where, which);
			}
			else if (this.brokenBlocks.contains(change.block()) && !change.stamped() && knowsStamps(changes)) {
				found(Kind.CHANGE_ALTERED, where, which);
			}
		}
	}

	/**
	 * Whether stamps tell anything here: where none of a record's changes bears one that
	 * can be checked, they are of a key whose private half is elsewhere.
	 */
	private boolean knowsStamps(List<Change> changes) {
		return changes.size() == 1 ? this.keys.values().stream().anyMatch(LedgerKey::signs)
				: changes.stream().anyMatch(Change::stamped);
	}

	private void compare(RecordTable table, RecordState state, String[] row, String where) {
		List<String> differing = new ArrayList<>();
		for (int i = 0; i < row.length; i++) {
			RecordColumn column = table.columns().get(i);
			String expected = state.value(i);
			if (expected == null ? row[i] != null : !expected.equals(row[i])) {
				differing.add(column.label() + (column.personal() ? "（个人信息）" : ""));
			}
		}
		if (!differing.isEmpty()) {
			found(Kind.RECORD_DIFFERS, where, String.join("、", differing));
		}
	}

	private List<Change> changes(String hex) throws SQLException {
		LeafHasher hasher = new LeafHasher();
		List<Change> changes = new ArrayList<>();
		try (Rows row = Rows.stream(this.connection, "select " + LeafHasher.COLUMNS
				+ " from record_change where entity_id = X'" + hex + "' order by change_number")) {
			while (row.next()) {
				hasher.read(row);
				changes.add(new Change(row.text(LeafHasher.ENTITY), row.number(LeafHasher.CHANGE_NUMBER),
						row.text(LeafHasher.OFFICE), row.text(LeafHasher.CASE_NUMBER), row.bytes(LeafHasher.FIELDS),
						row.bytes(LeafHasher.PERSONAL_FIELDS), personal(row, hasher), stamped(row, hasher, this.keys),
						waitsTooLong(row, hasher, this.keys, this.now), row.number(LeafHasher.SEAL_NUMBER)));
			}
		}
		return changes;
	}

	private boolean apply(List<Change> changes, RecordState state) {
		try {
			for (Change change : changes) {
				if (change.personalFields().length > 0) {
					state.apply(change.personalFields());
				}
				state.apply(change.fields());
			}
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Optional<RecordTable> tableWith(String hex) throws SQLException {
		for (RecordTable table : this.tables) {
			if (versionOf(table, hex) != -1) {
				return Optional.of(table);
			}
		}
		return Optional.empty();
	}

	private long versionOf(RecordTable table, String hex) throws SQLException {
		try (Rows row = Rows.stream(this.connection,
				"select version from " + table.name() + " where id = X'" + hex + "'")) {
			return row.next() ? row.number(1) : -1;
		}
	}

	private String[] row(RecordTable table, String hex) throws SQLException {
		String columns = table.columns().stream().map(RecordColumn::name).collect(Collectors.joining(", "));
		try (Rows row = Rows.stream(this.connection,
				"select " + columns + " from " + table.name() + " where id = X'" + hex + "'")) {
			if (!row.next()) {
				return null;
			}
			String[] values = new String[table.columns().size()];
			for (int i = 0; i < values.length; i++) {
				values[i] = table.columns().get(i).ofRow(row, i + 1);
			}
			return values;
		}
	}

	private static String where(RecordTable table, String hex, RecordState state, String[] row) {
		String office = named(table, state, row, "office");
		String serial = named(table, state, row, "serial");
		String name = table.form()
			.map((form) -> form.title() + " " + serial)
			.orElseGet(
					() -> "案件 "
							+ Optional.ofNullable(named(table, state, row, "number"))
								.orElseGet(() -> named(table, state, row, "caseNumber"))
							+ " 的 " + table.name() + " " + hex);
		return name + "（" + office + "）";
	}

	/** What the log says that an attribute is, or, where it says nothing, the row. */
	private static String named(RecordTable table, RecordState state, String[] row, String attribute) {
		String logged = state.logged(attribute);
		int column = table.indexOf(attribute);
		return (logged != null || row == null || column < 0) ? logged : row[column];
	}

	private static boolean stamped(Rows row, LeafHasher hasher, Map<String, LedgerKey> keys) throws SQLException {
		byte[] stamp = row.bytes(LeafHasher.STAMP);
		return keys.values()
			.stream()
			.flatMap((key) -> key.stampKey().stream())
			.anyMatch((key) -> Arrays.equals(hasher.stamp(key), stamp));
	}

	private void found(Kind kind, String where, String detail) {
		this.report.found(new Finding(kind, where, detail));
	}

	/** How the personal data of a change stands. */
	enum Personal {

		/** There never was any. */
		NONE,

		/** It is what was recorded. */
		KEPT,

		/** It was taken out, together with its salt. */
		ERASED,

		/** It is neither. */
		BROKEN

	}

	private record Change(String entity, long number, String office, String caseNumber, byte[] fields,
			byte[] personalFields, Personal personal, boolean stamped, boolean tooLong, long block) {

		private boolean erasure() {
			return new String(this.fields, StandardCharsets.UTF_8).startsWith("{\"" + RecordState.ERASURE + "\":");
		}

	}

}
