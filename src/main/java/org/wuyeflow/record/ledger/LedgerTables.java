package org.wuyeflow.record.ledger;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes, looks and their seals in the database, as the sealer and the pages read them.
 */
@Repository
class LedgerTables {

	static final String CHANGE = """
			select entity_id, change_number, entity, office_id, case_number, process, activity, activity_name,
				step_id, staff_id, staff_name, changed_at, fields, personal_fields, personal_salt, personal_hash,
				leaf, seal_number
			from record_change where\s""";

	static final String LOOK = """
			select id, look_id, form, record_id, office_id, serial, staff_id, staff_name, looked_at, way, reason,
				reason_salt, reason_hash, leaf, seal_number
			from record_look where\s""";

	private final JdbcTemplate jdbc;

	LedgerTables(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the right to seal until the transaction ends; whoever comes second does not
	 * wait.
	 * @return whether this transaction has it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean lock() {
		return !this.jdbc.queryForList("select id from ledger_lock where id = 1 for update skip locked", Integer.class)
			.isEmpty();
	}

	/** The newest seal. */
	@Transactional(readOnly = true)
	public Optional<Seal> last() {
		return this.jdbc.query("select * from ledger_seal order by block_number desc limit 1", LedgerTables::seal)
			.stream()
			.findFirst();
	}

	/** The seals of these blocks. */
	@Transactional(readOnly = true)
	public List<Seal> seals(Collection<Long> blocks) {
		return blocks.isEmpty() ? List.of()
				: this.jdbc.query("select * from ledger_seal where block_number in (" + marks(blocks) + ")",
						LedgerTables::seal, blocks.toArray());
	}

	/** What is committed and in no block, by its key. */
	@Transactional(readOnly = true)
	public List<Waiting> unsealed(Table table, int limit, int offset) {
		return this.jdbc.query(
				"select %s, leaf, stamp from %s where seal_number is null order by %s limit ? offset ?"
					.formatted(table.key, table.name, table.key),
				(row, index) -> new Waiting(table,
						(table == Table.CHANGE) ? new Object[] { row.getBytes(1), row.getInt(2) }
								: new Object[] { row.getBytes(1) },
						row.getBytes("leaf"), row.getBytes("stamp")),
				limit, offset);
	}

	/** When the oldest row was written that is in no block. */
	@Transactional(readOnly = true)
	public Optional<Instant> oldestUnsealed() {
		return this.jdbc
			.query("""
					select min(written) as oldest from (
						select min(changed_at) as written from record_change where seal_number is null
						union all select min(looked_at) from record_look where seal_number is null) waiting""",
					(row, index) -> Optional.ofNullable(row.getObject("oldest", LocalDateTime.class)))
			.get(0)
			.map((oldest) -> oldest.toInstant(ZoneOffset.UTC));
	}

	/** The leaves of a block, in its order: changes by key, looks by key. */
	@Transactional(readOnly = true)
	public List<byte[]> leaves(long block) {
		List<byte[]> leaves = new ArrayList<>();
		for (Table table : Table.values()) {
			leaves.addAll(this.jdbc.query(
					"select leaf from %s where seal_number = ? order by %s".formatted(table.name, table.key),
					(row, index) -> row.getBytes("leaf"), block));
		}
		return leaves;
	}

	/** The changes of these entities, and the looks at them. */
	@Transactional(readOnly = true)
	public List<Kept> of(Collection<UUID> entities) {
		Object[] ids = entities.stream().map(LedgerTables::bytes).toArray();
		List<Kept> kept = new ArrayList<>(
				this.jdbc.query(CHANGE + "entity_id in (" + marks(entities) + ") order by entity_id, change_number",
						LedgerTables::change, ids));
		kept.addAll(
				this.jdbc.query(LOOK + "record_id in (" + marks(entities) + ") order by id", LedgerTables::look, ids));
		return kept;
	}

	/** Writes a seal and marks what it seals. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void insert(Seal seal, List<Waiting> sealed) {
		this.jdbc.update("""
				insert into ledger_seal (block_number, previous_link, row_count, total_rows, merkle_root, sealed_at,
					key_id, signature)
				values (?, ?, ?, ?, ?, ?, ?, ?)""", seal.block(), seal.previous(), seal.count(), seal.total(),
				seal.root(), LocalDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC), seal.keyId(), seal.signature());
		for (Table table : Table.values()) {
			List<Object> values = new ArrayList<>(List.of(seal.block()));
			List<Waiting> rows = sealed.stream().filter((row) -> row.table() == table).toList();
			rows.forEach((row) -> values.addAll(Arrays.asList(row.key())));
			if (!rows.isEmpty()) {
				// One statement for all: a thousand of them would take turns with those
				// who record.
				this.jdbc.update("update %s set seal_number = ? where (%s) in (%s)".formatted(table.name, table.key,
						String.join(", ", Collections.nCopies(rows.size(), table.marks))), values.toArray());
			}
		}
	}

	/** Whether one of an entity's changes holds personal data. */
	@Transactional(readOnly = true)
	public boolean holdsPersonal(UUID entity) {
		return this.jdbc.queryForObject(
				"select count(*) from record_change where entity_id = ? and personal_salt is not null", Long.class,
				bytes(entity)) > 0;
	}

	/** Erases the personal data of an entity's changes; their hashes stay. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erasePersonal(UUID entity) {
		this.jdbc.update("""
				update record_change set personal_fields = ?, personal_salt = null
				where entity_id = ? and personal_hash is not null""", PersonalText.ERASED, bytes(entity));
	}

	/** Erases what a record was looked at for; the hashes stay. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void eraseReasons(UUID record) {
		this.jdbc.update("update record_look set reason = ?, reason_salt = null where record_id = ?",
				PersonalText.ERASED, bytes(record));
	}

	private static String marks(Collection<?> values) {
		return String.join(", ", Collections.nCopies(values.size(), "?"));
	}

	static Kept change(ResultSet row, int index) throws SQLException {
		ChangeForm form = new ChangeForm(uuid(row.getBytes("entity_id")), row.getInt("change_number"),
				row.getString("entity"), row.getString("office_id"), row.getString("case_number"),
				row.getString("process"), row.getString("activity"), row.getString("activity_name"),
				row.getString("step_id"), row.getString("staff_id"), row.getString("staff_name"),
				instant(row, "changed_at"), row.getString("fields"), row.getBytes("personal_hash"));
		String personalFields = row.getString("personal_fields");
		PersonalText personal = (form.personalHash() == null && ChangeForm.NOTHING_PERSONAL.equals(personalFields))
				? null : new PersonalText(personalFields, row.getBytes("personal_salt"), form.personalHash());
		return new Kept(form, form.changedAt(), personal, row.getBytes("leaf"),
				row.getObject("seal_number", Long.class));
	}

	static Kept look(ResultSet row, int index) throws SQLException {
		LookForm form = new LookForm(uuid(row.getBytes("id")), uuid(row.getBytes("look_id")), row.getString("form"),
				uuid(row.getBytes("record_id")), row.getString("office_id"), row.getString("serial"),
				row.getString("staff_id"), row.getString("staff_name"), instant(row, "looked_at"), row.getString("way"),
				row.getBytes("reason_hash"));
		PersonalText reason = new PersonalText(row.getString("reason"), row.getBytes("reason_salt"), form.reasonHash());
		return new Kept(form, form.lookedAt(), reason, row.getBytes("leaf"), row.getObject("seal_number", Long.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	private static Seal seal(ResultSet row, int index) throws SQLException {
		return new Seal(row.getLong("block_number"), row.getBytes("previous_link"), row.getInt("row_count"),
				row.getLong("total_rows"), row.getBytes("merkle_root"), instant(row, "sealed_at"),
				row.getString("key_id"), row.getBytes("signature"));
	}

	static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	private static UUID uuid(byte[] bytes) {
		ByteBuffer halves = ByteBuffer.wrap(bytes);
		return new UUID(halves.getLong(), halves.getLong());
	}

	/** What goes on the ledger, in the order in which a block holds it. */
	enum Table {

		CHANGE("record_change", "entity_id, change_number", "(?, ?)"), LOOK("record_look", "id", "?");

		private final String name;

		private final String key;

		private final String marks;

		Table(String name, String key, String marks) {
			this.name = name;
			this.key = key;
			this.marks = marks;
		}

	}

	/** A row that waits for its seal. */
	record Waiting(Table table, Object[] key, byte[] leaf, byte[] stamp) {
	}

	/**
	 * A row as it is stored.
	 *
	 * @param at when it was written
	 * @param personal what is personal in it, or null where nothing is
	 * @param leaf the leaf that stands in it
	 * @param block the block that it is in, or null
	 */
	record Kept(LedgerForm form, Instant at, PersonalText personal, byte[] leaf, Long block) {

		/** Whether it is what its leaf says. */
		boolean isWhole() {
			return (this.personal == null || this.personal.isWhole())
					&& Arrays.equals(this.leaf, MerkleTree.leaf(this.form.bytes()));
		}

	}

}
