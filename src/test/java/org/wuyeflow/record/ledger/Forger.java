package org.wuyeflow.record.ledger;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody who can write the database and knows how the ledger works, so that he makes
 * everything fit again that he can: with the real key, were it stolen, or with one of his
 * own.
 */
public final class Forger {

	private static final int RECORDS_IN_BLOCK = 300;

	private final LedgerKey key;

	private Forger(LedgerKey key) {
		this.key = key;
	}

	/** Has a key of his own. */
	public static Forger withOwnKey() {
		try {
			return new Forger(LedgerKey.ofPrivate(LedgerKey.generate()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Has stolen the key. */
	public static Forger withKeyOf(Path file) {
		return new Forger(LedgerKeys.read(file).current());
	}

	/**
	 * Gives all changes and looks good hashes and stamps, and seals all blocks again from
	 * this one on.
	 */
	public void restamp(JdbcTemplate jdbc, long from) {
		LedgerTables tables = new LedgerTables(jdbc);
		List<Long> blocks = jdbc.queryForList(
				"select block_number from ledger_seal where block_number >= ? order by block_number", Long.class, from);
		Seal before = tables.seals(List.of(from - 1)).stream().findFirst().orElse(null);
		for (long block : blocks) {
			Seal old = tables.seals(List.of(block)).get(0);
			restampRows(jdbc, block);
			List<byte[]> leaves = tables.leaves(block);
			if (leaves.isEmpty()) {
				jdbc.update("delete from ledger_seal where block_number = ?", block);
				continue;
			}
			Seal seal = Seal.after(before, leaves.size(), MerkleTree.root(leaves), old.sealedAt(), this.key);
			jdbc.update("""
					update ledger_seal set previous_link = ?, row_count = ?, total_rows = ?, merkle_root = ?,
						key_id = ?, signature = ?
					where block_number = ?""", seal.previous(), seal.count(), seal.total(), seal.root(), seal.keyId(),
					seal.signature(), block);
			before = seal;
		}
	}

	private void restampRows(JdbcTemplate jdbc, long block) {
		jdbc.query(LedgerTables.CHANGE + "seal_number = ?", LedgerTables::change, block).forEach((kept) -> {
			ChangeForm form = (ChangeForm) kept.form();
			byte[] hash = (kept.personal() != null && kept.personal().salt() != null)
					? PersonalText.hash(kept.personal().salt(), kept.personal().text()) : form.personalHash();
			byte[] leaf = MerkleTree.leaf(new ChangeForm(form.entityId(), form.changeNumber(), form.entity(),
					form.officeId(), form.caseNumber(), form.process(), form.activity(), form.activityName(),
					form.stepId(), form.staffId(), form.staffName(), form.changedAt(), form.fields(), hash)
				.bytes());
			jdbc.update("""
					update record_change set personal_hash = ?, leaf = ?, stamp = ?
					where entity_id = ? and change_number = ?""", hash, leaf, this.key.stamp(leaf),
					LedgerTables.bytes(form.entityId()), form.changeNumber());
		});
		jdbc.query(LedgerTables.LOOK + "seal_number = ?", LedgerTables::look, block).forEach((kept) -> {
			byte[] leaf = MerkleTree.leaf(kept.form().bytes());
			jdbc.update("update record_look set leaf = ?, stamp = ? where id = ?", leaf, this.key.stamp(leaf),
					LedgerTables.bytes(((LookForm) kept.form()).id()));
		});
	}

	/** A stamper that stamps nothing, to measure what stamping costs. */
	public static Stamps noStamps() {
		return new Stamps(null) {

			@Override
			public PersonalText personal(String text) {
				return new PersonalText(text, null, null);
			}

			@Override
			public Stamp of(LedgerForm form) {
				return new Stamp(null, null);
			}

		};
	}

	/**
	 * Writes closed records of the duty log with their changes and seals, as fast as it
	 * goes.
	 */
	public void fill(JdbcTemplate jdbc, int records) {
		Instant at = Instant.parse("2026-01-01T00:00:00.123456Z");
		Seal last = null;
		for (int from = 0; from < records; from += RECORDS_IN_BLOCK) {
			List<Object[]> rows = new ArrayList<>();
			List<Object[]> changes = new ArrayList<>();
			List<byte[]> leaves = new ArrayList<>();
			for (int i = from; i < Math.min(records, from + RECORDS_IN_BLOCK); i++) {
				UUID id = new UUID((1L << 40) + i, i);
				String serial = "ZB-2026-%05d".formatted(i + 1);
				rows.add(new Object[] { LedgerTables.bytes(id), serial, "漏水，三栋二单元，第" + i + "次", "已修好，业主满意" });
				List<String[]> json = List.of(
						new String[] {
								"""
										{"happenedAt":{"new":"2026-01-01T00:00:00.123456Z"},"office":{"new":"cuihu"},\
										"recordStatus":{"new":"OPEN"},"recordedAt":{"new":"2026-01-01T00:00:00.123456Z"},\
										"recordedById":{"new":"front-desk"},"recordedByName":{"new":"林晓梅"},"serial":{"new":"%s"}}"""
									.formatted(serial),
								"{\"matter\":{\"new\":\"漏水，三栋二单元，第" + i + "次\"}}" },
						new String[] { "{}", "{\"handling\":{\"new\":\"已修好，业主满意\"}}" },
						new String[] { "{\"recordStatus\":{\"old\":\"OPEN\",\"new\":\"CLOSED\"}}", "{}" });
				for (int number = 0; number < json.size(); number++) {
					String personal = json.get(number)[1];
					PersonalText text = (personal.length() > 2) ? PersonalText.of(personal) : null;
					byte[] salt = (text != null) ? text.salt() : null;
					byte[] hash = (text != null) ? text.hash() : null;
					ChangeForm form = new ChangeForm(id, number, "DutyLogEntry", "cuihu", "TS-2026-00042",
							"complaint-handling", "UserTask_HandleComplaint", "处理投诉",
							"0123abcd-0123-0123-0123-0123456789ab", "front-desk", "林晓梅", at, json.get(number)[0], hash);
					byte[] leaf = MerkleTree.leaf(form.bytes());
					leaves.add(leaf);
					changes.add(new Object[] { LedgerTables.bytes(id), number, json.get(number)[0], personal, salt,
							hash, leaf, this.key.stamp(leaf), (last != null) ? last.block() + 1 : 1 });
				}
			}
			last = Seal.after(last, leaves.size(), MerkleTree.root(leaves), at, this.key);
			new LedgerTables(jdbc).insert(last, List.of());
			jdbc.batchUpdate("""
					insert into duty_log_entry (id, version, office_id, serial, recorded_at, recorded_by_id,
						recorded_by_name, record_status, happened_at, matter, handling)
					values (?, 2, 'cuihu', ?, '2026-01-01 00:00:00.123456', 'front-desk', '林晓梅', 'CLOSED',
						'2026-01-01 00:00:00.123456', ?, ?)""", rows);
			jdbc.batchUpdate("""
					insert into record_change (entity_id, change_number, entity, office_id, case_number, process,
						activity, activity_name, step_id, staff_id, staff_name, changed_at, fields, personal_fields,
						personal_salt, personal_hash, leaf, stamp, seal_number)
					values (?, ?, 'DutyLogEntry', 'cuihu', 'TS-2026-00042', 'complaint-handling',
						'UserTask_HandleComplaint', '处理投诉', '0123abcd-0123-0123-0123-0123456789ab', 'front-desk',
						'林晓梅', '2026-01-01 00:00:00.123456', ?, ?, ?, ?, ?, ?, ?)""", changes);
		}
		jdbc.update("insert into serial_counter values ('cuihu', 'ZB', 2026, ?)", records);
		jdbc.update("insert into serial_counter values ('*', 'TS', 2026, 42)");
	}

	/** The key, as whoever checks needs it. */
	public LedgerKey key() {
		return this.key;
	}

}
