package org.wuyeflow.record.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;

import org.wuyeflow.record.ledger.LedgerKey;

/**
 * Tells what was stamped by a key that is known from what was not.
 */
final class StampCheck {

	/** How long a row may wait for its seal where nothing is wrong. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private final Collection<byte[]> stampKeys;

	private final Instant now;

	StampCheck(Collection<LedgerKey> keys, Instant now) {
		this.stampKeys = keys.stream().flatMap((key) -> key.stampKey().stream()).toList();
		this.now = now;
	}

	/** Whether there is a key whose stamps can be told. */
	boolean possible() {
		return !this.stampKeys.isEmpty();
	}

	/** Whether the row that was read bears the stamp of a known key. */
	boolean stamped(LeafHasher read, byte[] stamp) {
		return this.stampKeys.stream().anyMatch((key) -> Arrays.equals(read.stamp(key), stamp));
	}

	/**
	 * Whether a row that is in no block bears no good stamp and is not of this minute: a
	 * node with another key may be about to seal a younger one.
	 */
	boolean waitsTooLong(LeafHasher read, byte[] stamp, String writtenAt) {
		if (!possible() || stamped(read, stamp)) {
			return false;
		}
		try {
			Instant at = LocalDateTime.parse(writtenAt, MICROSECONDS).toInstant(ZoneOffset.UTC);
			return Duration.between(at, this.now).abs().compareTo(PATIENCE) > 0;
		}
		catch (DateTimeParseException ex) {
			return true;
		}
	}

}
