package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * A count of time that goes on from one stretch to the next.
 */
interface Count {

	/**
	 * Counts through this stretch until so much is counted in all.
	 * @param to the stretch's end, or null for none
	 * @return the moment at which it is, or null where the stretch ends before
	 */
	Instant count(Instant from, Instant to, Duration whole);

	/** What is counted so far. */
	Duration counted();

}
