package org.wuyeflow.deadline;

import java.time.Instant;

/**
 * A moment by which something must be done, and how it was found.
 *
 * @param dueAt the last moment in time
 * @param explanation what was counted and what was skipped
 */
public record Deadline(Instant dueAt, Explanation explanation) {
}
