package org.wuyeflow.record.ledger;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
 * The changes and their seals in the database, as the sealer and the pages read them.
 */
@Repository
class LedgerTables {

	private static final String CHANGE = """
			select entity_id, change_number, entity, office_id, case_number, process, activity, activity_name,
				step_id, staff_id, staff_name, changed_at, fields, personal_fields, personal_salt, personal_hash,
				stamp, seal_number
			from record_change where\s""";

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

	/** Changes that are committed and in no block, by entity and number. */
	@Transactional(readOnly = true)
	public List<Change> unsealed(int limit, int offset) {
		return this.jdbc.query(CHANGE + "seal_number is null order by entity_id, change_number limit ? offset ?",
				LedgerTables::change, limit, offset);
	}

	/** When the oldest change was made that is in no block. */
	@Transactional(readOnly = true)
	public Optional<Instant> oldestUnsealed() {
		return this.jdbc
			.query("select min(changed_at) as oldest from record_change where seal_number is null",
					(row, index) -> Optional.ofNullable(row.getObject("oldest", LocalDateTime.class)))
			.get(0)
			.map((oldest) -> oldest.toInstant(ZoneOffset.UTC));
	}

	/** The changes of these blocks, by block, entity and number. */
	@Transactional(readOnly = true)
	public List<Change> ofBlocks(Collection<Long> blocks) {
		return blocks.isEmpty() ? List.of()
				: this.jdbc.query(
						CHANGE + "seal_number in (" + marks(blocks)
								+ ") order by seal_number, entity_id, change_number",
						LedgerTables::change, blocks.toArray());
	}

	/** The changes of these entities. */
	@Transactional(readOnly = true)
	public List<Change> ofEntities(Collection<UUID> entities) {
		return this.jdbc.query(CHANGE + "entity_id in (" + marks(entities) + ") order by entity_id, change_number",
				LedgerTables::change, entities.stream().map(LedgerTables::bytes).toArray());
	}

	/** Writes a seal and marks the changes that it seals. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void insert(Seal seal, List<Change> changes) {
		this.jdbc.update("""
				insert into ledger_seal (block_number, previous_link, row_count, total_rows, merkle_root, sealed_at,
					key_id, signature)
				values (?, ?, ?, ?, ?, ?, ?, ?)""", seal.block(), seal.previous(), seal.count(), seal.total(),
				seal.root(), LocalDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC), seal.keyId(), seal.signature());
		this.jdbc.batchUpdate("update record_change set seal_number = ? where entity_id = ? and change_number = ?",
				changes, changes.size(), (statement, change) -> {
					statement.setLong(1, seal.block());
					statement.setBytes(2, bytes(change.form().entityId()));
					statement.setInt(3, change.form().changeNumber());
				});
	}

	/**
	 * Erases the personal data of an entity's changes; their hashes stay.
	 * @param number the last change to erase
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erasePersonal(UUID entity, int number) {
		this.jdbc.update("""
				update record_change set personal_fields = ?, personal_salt = null
				where entity_id = ? and change_number <= ? and personal_hash is not null""", ChangeForm.ERASED,
				bytes(entity), number);
	}

	private static String marks(Collection<?> values) {
		return String.join(", ", Collections.nCopies(values.size(), "?"));
	}

	private static Change change(ResultSet row, int index) throws SQLException {
		ChangeForm form = new ChangeForm(uuid(row.getBytes("entity_id")), row.getInt("change_number"),
				row.getString("entity"), row.getString("office_id"), row.getString("case_number"),
				row.getString("process"), row.getString("activity"), row.getString("activity_name"),
				row.getString("step_id"), row.getString("staff_id"), row.getString("staff_name"),
				row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("fields"),
				row.getBytes("personal_hash"));
		return new Change(form, row.getString("personal_fields"), row.getBytes("personal_salt"), row.getBytes("stamp"),
				row.getObject("seal_number", Long.class));
	}

	private static Seal seal(ResultSet row, int index) throws SQLException {
		return new Seal(row.getLong("block_number"), row.getBytes("previous_link"), row.getInt("row_count"),
				row.getLong("total_rows"), row.getBytes("merkle_root"),
				row.getObject("sealed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("key_id"),
				row.getBytes("signature"));
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

	/**
	 * A change as it is stored.
	 *
	 * @param block the block that it is in, or null
	 */
	record Change(ChangeForm form, String personalFields, byte[] personalSalt, byte[] stamp, Long block) {

		/** Whether the personal data is what the hash on the ledger says, or erased. */
		boolean personalIsWhole() {
			if (this.form.personalHash() == null) {
				return ChangeForm.NOTHING_PERSONAL.equals(this.personalFields);
			}
			if (ChangeForm.ERASED.equals(this.personalFields)) {
				return this.personalSalt == null;
			}
			return this.personalSalt != null && Arrays.equals(this.form.personalHash(),
					ChangeForm.personalHash(this.personalSalt, this.personalFields));
		}

	}

}
