package org.wuyeflow.record.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what is committed. Any node may try at any time, one at a time does it. It reads
 * the leaves, not the rows: a leaf must bear the stamp of a key that it holds, so that a
 * row that was written past the application, or by a node with another key, is left
 * alone; whether the row is what its leaf says is for those to find out who check. It
 * does not build on a last seal that is not signed by a key that it knows.
 */
@Component
class Sealer {

	static final int LARGEST_BLOCK = 1000;

	private static final Logger logger = LoggerFactory.getLogger(Sealer.class);

	private final LedgerTables tables;

	private final LedgerKeys keys;

	private final Anchor anchor;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile Trouble trouble = Trouble.NONE;

	Sealer(LedgerTables tables, LedgerKeys keys, Anchor anchor, TransactionTemplate transaction, Clock clock) {
		this.tables = tables;
		this.keys = keys;
		this.anchor = anchor;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Seals all that waits, and anchors the head.
	 * @return how many changes and looks were sealed
	 */
	int seal() {
		int sealed = 0;
		Optional<Integer> block;
		do {
			block = Optional.ofNullable(this.transaction.execute((status) -> sealBlock()));
			sealed += block.orElse(0);
		}
		while (block.filter((size) -> size == LARGEST_BLOCK).isPresent());
		this.tables.last().ifPresent(this.anchor::append);
		return sealed;
	}

	/** What keeps changes from being sealed. */
	Trouble trouble() {
		return this.trouble;
	}

	private int sealBlock() {
		if (!this.tables.lock()) {
			return 0;
		}
		List<LedgerTables.Waiting> waiting = waiting();
		if (waiting.isEmpty()) {
			return 0;
		}
		Seal last = this.tables.last().orElse(null);
		if (last != null && !last.isSignedBy(this.keys)) {
			tell(Trouble.LAST_SEAL);
			return 0;
		}
		List<byte[]> leaves = waiting.stream().map(LedgerTables.Waiting::leaf).toList();
		this.tables.insert(Seal.after(last, leaves.size(), MerkleTree.root(leaves),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), this.keys.current()), waiting);
		return leaves.size();
	}

	/** The next rows that bear a good stamp, past those that bear none. */
	private List<LedgerTables.Waiting> waiting() {
		List<LedgerTables.Waiting> good = new ArrayList<>();
		int foreign = 0;
		for (LedgerTables.Table table : LedgerTables.Table.values()) {
			foreign += waiting(table, LARGEST_BLOCK - good.size(), good);
		}
		tell((foreign > 0) ? Trouble.FOREIGN_CHANGES : Trouble.NONE);
		return good;
	}

	/** Adds the next rows of a table; returns how many bear no good stamp. */
	private int waiting(LedgerTables.Table table, int most, List<LedgerTables.Waiting> good) {
		int before = good.size();
		int foreign = 0;
		List<LedgerTables.Waiting> read;
		do {
			read = this.tables.unsealed(table, most, foreign);
			for (LedgerTables.Waiting row : read) {
				if (this.keys.stamped(row.leaf(), row.stamp())) {
					good.add(row);
				}
				else {
					foreign++;
				}
			}
		}
		while (most > 0 && good.size() == before && read.size() == most);
		return foreign;
	}

	private void tell(Trouble now) {
		if (now != this.trouble && now != Trouble.NONE) {
			logger.error("{}", now.sentence);
		}
		this.trouble = now;
	}

	/** What keeps changes from being sealed. */
	enum Trouble {

		NONE("All changes can be sealed"),

		FOREIGN_CHANGES("Changes of records are not sealed: their stamp is of no key of this node's key file."
				+ " Run verify-records; see docs/operations.md"),

		LAST_SEAL("Nothing is sealed: the last seal is not signed by a key of this node's key file."
				+ " Run verify-records; see docs/operations.md");

		private final String sentence;

		Trouble(String sentence) {
			this.sentence = sentence;
		}

	}

}
