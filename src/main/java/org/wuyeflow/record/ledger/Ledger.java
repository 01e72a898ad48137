package org.wuyeflow.record.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others may ask of the ledger.
 */
@Service
@Transactional(readOnly = true)
public class Ledger {

	/** How long a change may wait for its seal before something must be wrong. */
	static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final int FINGERPRINT = 16;

	private final LedgerTables tables;

	private final LedgerKeys keys;

	private final Clock clock;

	Ledger(LedgerTables tables, LedgerKeys keys, Clock clock) {
		this.tables = tables;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * The newest seal, to be printed where it cannot be changed any more; empty before
	 * the first.
	 */
	public Optional<Head> head() {
		return this.tables.last()
			.map((seal) -> new Head(seal.block(), seal.sealedAt(), seal.total(),
					HexFormat.of().formatHex(Arrays.copyOf(seal.signed(), FINGERPRINT)), seal.keyId()));
	}

	/**
	 * How the changes of these entities stand, and the looks at them: the leaf of each is
	 * recomputed from what the database holds now, the root of its block from the leaves,
	 * and the signature checked.
	 * @param entities the ids of a record and its parts
	 */
	public SealState stateOf(Collection<UUID> entities) {
		List<LedgerTables.Kept> kept = this.tables.of(entities);
		Optional<LedgerTables.Kept> altered = kept.stream().filter((one) -> !one.isWhole()).findFirst();
		if (altered.isPresent()) {
			return SealState.broken(altered.get().block());
		}
		TreeSet<Long> blocks = kept.stream()
			.map(LedgerTables.Kept::block)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<Long, Seal> seals = new HashMap<>();
		this.tables.seals(blocks).forEach((seal) -> seals.put(seal.block(), seal));
		for (long block : blocks) {
			if (!holds(seals.get(block), this.tables.leaves(block))) {
				return SealState.broken(block);
			}
		}
		Optional<Instant> waiting = kept.stream()
			.filter((one) -> one.block() == null)
			.map(LedgerTables.Kept::at)
			.min(Instant::compareTo);
		if (waiting.isPresent()) {
			return SealState.waiting(waiting.get().isBefore(this.clock.instant().minus(PATIENCE)));
		}
		return blocks.isEmpty() ? SealState.broken(null) : SealState.sealed(blocks.last());
	}

	/** Whether there is anything personal in an entity's changes that was not erased. */
	public boolean holdsPersonal(UUID entity) {
		return this.tables.holdsPersonal(entity);
	}

	/**
	 * Erases what is personal in an entity's changes. Their hashes stay, so that the
	 * seals hold.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erasePersonal(UUID entity) {
		this.tables.erasePersonal(entity);
	}

	/** Erases, in the same way, what a record was looked at for. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void eraseReasons(UUID record) {
		this.tables.eraseReasons(record);
	}

	private boolean holds(Seal seal, List<byte[]> leaves) {
		return seal != null && seal.count() == leaves.size() && Arrays.equals(seal.root(), MerkleTree.root(leaves))
				&& seal.isSignedBy(this.keys);
	}

	/**
	 * The newest seal.
	 *
	 * @param block the block's number
	 * @param sealedAt when it was sealed
	 * @param changes how many changes, looks included, are sealed up to it
	 * @param fingerprint the beginning of its digest, 32 hexadecimal signs, which stands
	 * for everything up to it
	 * @param keyId which key signed it
	 */
	public record Head(long block, Instant sealedAt, long changes, String fingerprint, String keyId) {

		/** The line to print. */
		public String line() {
			return "第 %d 块，共 %d 项，指纹 %s，密钥 %s".formatted(this.block, this.changes, this.fingerprint, this.keyId);
		}

	}

}
