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
}
