package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.wuyeflow.record.ledger.LedgerKey;
import org.wuyeflow.record.verify.Finding.Kind;

/**
 * One check of everything: the rows of the records, then all changes in the order of
 * record and number, then all looks, then the files. What looks wrong is then read once
 * more by {@link Examination}, which says what it is. Reads in the transaction of the
 * connection that it is given, and changes nothing.
 */
final class RecordVerifier {

	private static final int NAMED = 1000;

	/** Of a record's row, behind id and version. */
	private static final int FIRST_COLUMN = 3;

	private final Connection connection;

	private final List<RecordTable> tables;

	private final Map<String, LedgerKey> keys;

	private final AnchorFile anchor;

	private final StampCheck stamps;

	private final Report report = new Report();

	private final SealChain seals = new SealChain(this.report);

	private final SerialCheck serials = new SerialCheck(this.report);

	/** By table. */
	private final List<RowDigests> rows = new ArrayList<>();

	private final Set<Text> suspects = new LinkedHashSet<>();

	/**
	 * A check.
	 * @param tables the tables of all records
	 * @param keys the keys that are trusted, by id
	 * @param anchor what was anchored, or {@link AnchorFile#NONE}
	 * @param now the present moment
	 */
	RecordVerifier(Connection connection, List<RecordTable> tables, Map<String, LedgerKey> keys, AnchorFile anchor,
			Instant now) {
		this.connection = connection;
		this.tables = tables;
		this.keys = keys;
		this.anchor = anchor;
		this.stamps = new StampCheck(keys.values(), now);
	}

	/**
	 * Checks everything.
	 * @param withFiles whether to hash the files of attachments too
	 * @throws SQLException where the database cannot be read, or is of another version
	 */
	Report verify(boolean withFiles) throws SQLException {
		Rows.prepare(this.connection);
		this.seals.read(this.connection, this.keys, this.anchor);
		for (RecordTable table : this.tables) {
			this.rows.add(readRows(table));
		}
		readChanges();
		this.rows.forEach(RowDigests::finish);
		LookCheck looks = new LookCheck(this.connection, this.stamps, this.report);
		looks.read(this.seals);
		TreeSet<Long> broken = this.seals.finish();
		suspectBlocks(broken);
		Examination examination = new Examination(this.connection, this.tables, this.stamps, broken, this.report);
		for (Text suspect : this.suspects) {
			examination.examine(suspect.bytes());
		}
		looks.finish(broken);
		this.serials.finish(this.connection);
		if (withFiles) {
			new FileCheck(this.connection, examination, this.report).check();
		}
		return this.report;
	}

	private RowDigests readRows(RecordTable table) throws SQLException {
		String columns = table.columns().stream().map(RecordColumn::name).collect(Collectors.joining(", "));
		int serial = table.indexOf("serial") + FIRST_COLUMN;
		int office = table.indexOf("office") + FIRST_COLUMN;
		RecordState state = new RecordState(table);
		RowDigests digests = new RowDigests(this::suspect);
		try (Rows row = Rows.stream(this.connection,
				"select id, version, " + columns + " from " + table.name() + " order by id")) {
			while (row.next()) {
				digests.put(row.bytes(1), state.digest(row.number(2), row, FIRST_COLUMN));
				if (table.form().isPresent()) {
					this.serials.serial(table.form().get(), row.text(office), row.text(serial));
				}
				this.report.countRecord(table.form().isPresent());
			}
		}
		return digests;
	}

	private void readChanges() throws SQLException {
		Map<Text, Integer> index = new HashMap<>();
		RecordState[] states = new RecordState[this.tables.size()];
		for (int i = 0; i < states.length; i++) {
			index.put(new Text(this.tables.get(i).entity().getBytes(StandardCharsets.UTF_8)), i);
			states[i] = new RecordState(this.tables.get(i));
		}
		LeafHasher hasher = ChangeRow.hasher();
		Group group = new Group();
		byte[] caseNumber = null;
		try (Rows row = Rows.stream(this.connection,
				"select " + ChangeRow.COLUMNS + " from record_change order by entity_id, change_number")) {
			while (row.next()) {
				byte[] id = row.bytes(ChangeRow.ENTITY_ID);
				if (!Arrays.equals(id, group.id)) {
					close(group, states);
					group.open(id, index.getOrDefault(new Text(row.bytes(ChangeRow.ENTITY)), -1), states);
				}
				hasher.read(row);
				long block = row.number(ChangeRow.SEAL_NUMBER);
				this.report.countChange(block != -1);
				if (block != -1) {
					this.seals.add(block, hasher.leaf());
				}
				else {
					group.suspicious |= this.stamps.waitsTooLong(hasher, row.bytes(ChangeRow.STAMP),
							row.text(ChangeRow.CHANGED_AT));
				}
				byte[] number = row.bytes(ChangeRow.CASE_NUMBER);
				if (number != null && !Arrays.equals(number, caseNumber)) {
					caseNumber = number;
					this.serials.caseNumber(row.text(ChangeRow.CASE_NUMBER));
				}
				group.apply(row, hasher, states);
			}
		}
		close(group, states);
	}

	private void close(Group group, RecordState[] states) {
		if (group.id == null) {
			return;
		}
		if (group.erased()) {
			this.report.countErased();
		}
		if (group.table < 0 || group.suspicious || group.gone
				|| !this.rows.get(group.table).match(group.id, states[group.table].digest(group.next - 1))) {
			suspect(group.id);
		}
	}

	private void suspect(byte[] id) {
		if (this.suspects.size() < NAMED) {
			this.suspects.add(new Text(id));
		}
	}

	private void suspectBlocks(TreeSet<Long> broken) throws SQLException {
		for (long block : broken.stream().limit(NAMED).toList()) {
			try (Rows row = Rows.stream(this.connection,
					"select distinct entity_id from record_change where seal_number = " + block)) {
				while (row.next()) {
					suspect(row.bytes(1));
				}
			}
		}
	}

	/** Bytes as a key. */
	record Text(byte[] bytes) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Text text && Arrays.equals(this.bytes, text.bytes);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.bytes);
		}

	}

	/** The changes of one record as they come by. */
	private static final class Group {

		private byte[] id;

		private int table;

		private long next;

		private boolean suspicious;

		/** Whether personal data is gone that no erasure so far accounts for. */
		private boolean gone;

		/** Whether personal data is there before an erasure, were there one. */
		private boolean kept;

		private boolean erasure;

		private void open(byte[] entity, int tableOfEntity, RecordState[] states) {
			this.id = entity;
			this.table = tableOfEntity;
			this.next = 0;
			this.suspicious = false;
			this.gone = false;
			this.kept = false;
			this.erasure = false;
			if (tableOfEntity >= 0) {
				states[tableOfEntity].clear();
			}
		}

		private boolean erased() {
			return this.erasure;
		}

		private void apply(Rows row, LeafHasher hasher, RecordState[] states) throws SQLException {
			this.suspicious |= row.number(ChangeRow.CHANGE_NUMBER) != this.next++;
			switch (Examination.personal(row, hasher)) {
				case ERASED -> this.gone = true;
				case KEPT -> this.kept = true;
				case BROKEN -> this.suspicious = true;
				case NONE -> {
				}
			}
			if (this.table < 0) {
				return;
			}
			try {
				byte[] personal = row.bytes(ChangeRow.PERSONAL_FIELDS);
				if (personal.length > 0) {
					states[this.table].apply(personal);
				}
				if (states[this.table].apply(row.bytes(ChangeRow.FIELDS))) {
					this.erasure = true;
					this.suspicious |= this.kept;
					this.gone = false;
				}
			}
			catch (IOException ex) {
				this.suspicious = true;
			}
		}

	}

}
