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
 * Seals what is committed. Any node may try at any time, one at a time does it. What it
 * reads back from the database must carry the stamp of a key that it holds: a change that
 * was written past the application, or by a node with another key, is left alone. It does
 * not build on a last seal that is not signed by a key that it knows.
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
	 * @return how many changes were sealed
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
		List<LedgerTables.Change> waiting = waiting();
		if (waiting.isEmpty()) {
			return 0;
		}
		Seal last = this.tables.last().orElse(null);
		if (last != null && !last.isSignedBy(this.keys)) {
			tell(Trouble.LAST_SEAL);
			return 0;
		}
		List<byte[]> leaves = waiting.stream().map((change) -> MerkleTree.leaf(change.form().bytes())).toList();
		this.tables.insert(Seal.after(last, leaves.size(), MerkleTree.root(leaves),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), this.keys.current()), waiting);
		return leaves.size();
	}

	/** The next changes that carry a good stamp, past those that carry none. */
	private List<LedgerTables.Change> waiting() {
		List<LedgerTables.Change> good = new ArrayList<>();
		int foreign = 0;
		List<LedgerTables.Change> read;
		do {
			read = this.tables.unsealed(LARGEST_BLOCK, foreign);
			for (LedgerTables.Change change : read) {
				if (change.personalIsWhole() && this.keys.stamped(change.form().bytes(), change.stamp())) {
					good.add(change);
				}
				else {
					foreign++;
				}
			}
		}
		while (good.isEmpty() && read.size() == LARGEST_BLOCK);
		tell((foreign > 0) ? Trouble.FOREIGN_CHANGES : Trouble.NONE);
		return good;
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
