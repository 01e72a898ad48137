package org.wuyeflow.deadline;

import java.time.Instant;

/**
 * That whom a deadline was promised to was told of its change.
 *
 * @param at when
 * @param how in Chinese: 电话, 当面 …
 */
public record Told(Instant at, String how) {
}
