package org.wuyeflow.record;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids of records: random, and ascending in time (UUID version 7), so that new rows lie
 * together in the database.
 */
public final class TimeOrderedId {

	private static final int RANDOM_BITS_IN_HIGH_HALF = 12;

	private static final long VERSION_7 = 0x7000L;

	private static final long VARIANT = 0x8000000000000000L;

	private static final long VARIANT_MASK = 0x3fffffffffffffffL;

	private TimeOrderedId() {
	}

	public static UUID next() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		long high = (System.currentTimeMillis() << 16) | VERSION_7 | random.nextInt(1 << RANDOM_BITS_IN_HIGH_HALF);
		return new UUID(high, (random.nextLong() & VARIANT_MASK) | VARIANT);
	}

}
