package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.wuyeflow.record.verify.Finding.Kind;

/**
 * Looks at one record more closely, and says what is wrong with it.
 */
final class Examination {

	private static final byte[] NOTHING_PERSONAL = "{}".getBytes(StandardCharsets.US_ASCII);

	private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

	private final Connection connection;

	private final List<RecordTable> tables;

	private final StampCheck stamps;

	private final Set<Long> brokenBlocks;

	private final Report report;

	Examination(Connection connection, List<RecordTable> tables, StampCheck stamps, Set<Long> brokenBlocks,
			Report report) {
		this.connection = connection;
		this.tables = tables;
		this.stamps = stamps;
		this.brokenBlocks = brokenBlocks;
		this.report = report;
	}

	/** How the personal data of a change stands. */
	static PersonalState personal(Rows row, LeafHasher hasher) throws SQLException {
		byte[] hash = row.bytes(ChangeRow.PERSONAL_HASH);
		byte[] fields = row.bytes(ChangeRow.PERSONAL_FIELDS);
		byte[] salt = row.bytes(ChangeRow.PERSONAL_SALT);
		if (hash == null) {
			return (Arrays.equals(fields, NOTHING_PERSONAL) && salt == null) ? PersonalState.NONE
					: PersonalState.BROKEN;
		}
		return PersonalState.of(fields, salt, hash, hasher);
	}

	/** Reads a record and its changes again, and reports all that is wrong. */
	void examine(byte[] id) throws SQLException {
		String hex = HexFormat.of().formatHex(id);
		List<Change> changes = changes(hex);
		Optional<RecordTable> table = changes.isEmpty() ? tableWith(hex) : tableOf(changes.get(0));
		if (table.isEmpty()) {
			this.report.found(new Finding(Kind.RECORD_MISSING, "案件 " + changes.get(0).caseNumber() + " 的记录 " + hex,
					"不认识的记录类别 " + changes.get(0).entity()));
			return;
		}
		RecordState state = new RecordState(table.get());
		byte[][] row = row(table.get(), hex);
		boolean legible = apply(changes, state);
		String where = where(table.get(), hex, state, row, new HashSet<>());
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
			boolean gone = change.personal() == PersonalState.ERASED;
			if (change.personal() == PersonalState.BROKEN || (gone && i > erasure)) {
				found(Kind.PERSONAL_DATA, where, which);
			}
			if (change.personal() == PersonalState.KEPT && i < erasure) {
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
		return changes.size() == 1 ? this.stamps.possible() : changes.stream().anyMatch(Change::stamped);
	}

	private void compare(RecordTable table, RecordState state, byte[][] row, String where) {
		List<String> differing = new ArrayList<>();
		for (int i = 0; i < row.length; i++) {
			RecordColumn column = table.columns().get(i);
			if (!Arrays.equals(state.value(i), row[i])) {
				differing.add(column.label() + (column.personal() ? "（个人信息）" : ""));
			}
		}
		if (!differing.isEmpty()) {
			found(Kind.RECORD_DIFFERS, where, String.join("、", differing));
		}
	}

	private List<Change> changes(String hex) throws SQLException {
		LeafHasher hasher = ChangeRow.hasher();
		List<Change> changes = new ArrayList<>();
		try (Rows row = Rows.stream(this.connection, "select " + ChangeRow.COLUMNS
				+ " from record_change where entity_id = X'" + hex + "' order by change_number")) {
			while (row.next()) {
				hasher.read(row);
				changes
					.add(new Change(row.text(ChangeRow.ENTITY), row.number(ChangeRow.CHANGE_NUMBER),
							row.text(ChangeRow.OFFICE), row.text(ChangeRow.CASE_NUMBER), row.bytes(ChangeRow.FIELDS),
							row.bytes(ChangeRow.PERSONAL_FIELDS), personal(row, hasher),
							this.stamps.stamped(hasher, row.bytes(ChangeRow.STAMP)), this.stamps.waitsTooLong(hasher,
									row.bytes(ChangeRow.STAMP), row.text(ChangeRow.CHANGED_AT)),
							row.number(ChangeRow.SEAL_NUMBER)));
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

	private Optional<RecordTable> tableOf(Change change) {
		return this.tables.stream().filter((table) -> table.entity().equals(change.entity())).findFirst();
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

	private byte[][] row(RecordTable table, String hex) throws SQLException {
		String columns = table.columns().stream().map(RecordColumn::name).collect(Collectors.joining(", "));
		try (Rows row = Rows.stream(this.connection,
				"select " + columns + " from " + table.name() + " where id = X'" + hex + "'")) {
			if (!row.next()) {
				return null;
			}
			byte[][] values = new byte[table.columns().size()][];
			for (int i = 0; i < values.length; i++) {
				values[i] = table.columns().get(i).ofRow(row, i + 1);
			}
			return values;
		}
	}

	/** What people call a record of which only the id is known. */
	String nameOf(byte[] id) throws SQLException {
		return nameOf(HexFormat.of().formatHex(id), new HashSet<>());
	}

	private String nameOf(String hex, Set<String> line) throws SQLException {
		List<Change> changes = changes(hex);
		Optional<RecordTable> table = changes.isEmpty() ? tableWith(hex) : tableOf(changes.get(0));
		if (table.isEmpty()) {
			return hex;
		}
		RecordState state = new RecordState(table.get());
		apply(changes, state);
		return where(table.get(), hex, state, row(table.get(), hex), line);
	}

	/**
	 * A record of a register by title and serial, anything else by its case, or by the
	 * record that it hangs on.
	 * @param line what hangs on it already: forged records may hang on each other in a
	 * ring
	 */
	private String where(RecordTable table, String hex, RecordState state, byte[][] row, Set<String> line)
			throws SQLException {
		String office = named(table, state, row, "office");
		if (table.form().isPresent()) {
			return table.form().get().title() + " " + named(table, state, row, "serial") + "（" + office + "）";
		}
		String caseNumber = Optional.ofNullable(named(table, state, row, "number"))
			.orElseGet(() -> named(table, state, row, "caseNumber"));
		String record = Optional.ofNullable(named(table, state, row, "recordId")).orElse("").replace("-", "");
		line.add(hex);
		String owner;
		if (caseNumber != null) {
			owner = "案件 " + caseNumber + " ";
		}
		else {
			owner = (line.contains(record) || !ID.matcher(record).matches()) ? "案件不明" : nameOf(record, line) + " ";
		}
		return owner + "的 " + table.name() + " " + hex + "（" + office + "）";
	}

	/** What the log says that an attribute is, or, where it says nothing, the row. */
	private static String named(RecordTable table, RecordState state, byte[][] row, String attribute) {
		String logged = state.logged(attribute);
		int column = table.indexOf(attribute);
		if (logged != null || row == null || column < 0 || row[column] == null) {
			return logged;
		}
		return (table.columns().get(column).type() == ColumnType.ID) ? HexFormat.of().formatHex(row[column])
				: new String(row[column], StandardCharsets.UTF_8);
	}

	private void found(Kind kind, String where, String detail) {
		this.report.found(new Finding(kind, where, detail));
	}

	private record Change(String entity, long number, String office, String caseNumber, byte[] fields,
			byte[] personalFields, PersonalState personal, boolean stamped, boolean tooLong, long block) {

		private boolean erasure() {
			return new String(this.fields, StandardCharsets.UTF_8).startsWith("{\"" + RecordState.ERASURE + "\":");
		}

	}

}
