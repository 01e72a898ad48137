package org.wuyeflow.record;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of records: random, and ascending in time (UUID version 7), so that new rows lie
 * together in the database. On one node each id is greater than all before it, also
 * within a millisecond and when the host's clock is set back: lines written in one
 * transaction keep their order.
 */
public final class TimeOrderedId {

	private static final int COUNTER_BITS = 12;

	private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

	private static final long VERSION_7 = 0x7000L;

	private static final long VARIANT = 0x8000000000000000L;

	private static final long VARIANT_MASK = 0x3fffffffffffffffL;

	/** Milliseconds and, below them, the number within the millisecond. */
	private static final AtomicLong LAST = new AtomicLong();

	private TimeOrderedId() {
	}

	public static UUID next() {
		long now = System.currentTimeMillis() << COUNTER_BITS;
		long tick = LAST.updateAndGet((last) -> Math.max(last + 1, now));
		long high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & COUNTER_MASK);
		return new UUID(high, (ThreadLocalRandom.current().nextLong() & VARIANT_MASK) | VARIANT);
	}

}
