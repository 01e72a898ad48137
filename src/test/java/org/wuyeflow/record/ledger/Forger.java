package org.wuyeflow.record.ledger;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody who can write the database and knows how the ledger works, so that he makes
 * everything fit again that he can: with the real key, were it stolen, or with one of his
 * own.
 */
public final class Forger {

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
	 * Gives all changes good hashes and stamps, and seals all blocks again from this one
	 * on.
	 */
	public void restamp(JdbcTemplate jdbc, long from) {
		LedgerTables tables = new LedgerTables(jdbc);
		List<Long> blocks = jdbc.queryForList(
				"select block_number from ledger_seal where block_number >= ? order by block_number", Long.class, from);
		Seal before = tables.seals(List.of(from - 1)).stream().findFirst().orElse(null);
		for (long block : blocks) {
			Seal old = tables.seals(List.of(block)).get(0);
			List<LedgerTables.Change> changes = tables.ofBlocks(List.of(block));
			changes.forEach((change) -> restamp(jdbc, change));
			if (changes.isEmpty()) {
				jdbc.update("delete from ledger_seal where block_number = ?", block);
				continue;
			}
			List<byte[]> leaves = new ArrayList<>();
			tables.ofBlocks(List.of(block)).forEach((change) -> leaves.add(MerkleTree.leaf(change.form().bytes())));
			Seal seal = Seal.after(before, leaves.size(), MerkleTree.root(leaves), old.sealedAt(), this.key);
			jdbc.update("""
					update ledger_seal set previous_link = ?, row_count = ?, total_rows = ?, merkle_root = ?,
						key_id = ?, signature = ?
					where block_number = ?""", seal.previous(), seal.count(), seal.total(), seal.root(), seal.keyId(),
					seal.signature(), block);
			before = seal;
		}
	}

	private void restamp(JdbcTemplate jdbc, LedgerTables.Change change) {
		ChangeForm form = change.form();
		byte[] hash = (change.personalSalt() != null)
				? ChangeForm.personalHash(change.personalSalt(), change.personalFields()) : form.personalHash();
		ChangeForm restored = new ChangeForm(form.entityId(), form.changeNumber(), form.entity(), form.officeId(),
				form.caseNumber(), form.process(), form.activity(), form.activityName(), form.stepId(), form.staffId(),
				form.staffName(), form.changedAt(), form.fields(), hash);
		jdbc.update("update record_change set personal_hash = ?, stamp = ? where entity_id = ? and change_number = ?",
				hash, this.key.stamp(restored.bytes()), LedgerTables.bytes(form.entityId()), form.changeNumber());
	}

}
