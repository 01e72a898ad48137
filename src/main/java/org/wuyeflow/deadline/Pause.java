package org.wuyeflow.deadline;

import java.time.Instant;

/**
 * A stretch of time in which a deadline does not run.
 *
 * @param from its first moment
 * @param until the moment at which the deadline runs on; planned, as long as it lies
 * ahead
 * @param cause why
 */
public record Pause(Instant from, Instant until, PauseCause cause) {

	static Pause parse(String text) {
		String[] parts = text.split(" ");
		return new Pause(Instant.parse(parts[0]), Instant.parse(parts[1]), PauseCause.valueOf(parts[2]));
	}

	String stored() {
		return this.from + " " + this.until + " " + this.cause.name();
	}

}
