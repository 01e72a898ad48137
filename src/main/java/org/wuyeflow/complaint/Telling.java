package org.wuyeflow.complaint;

import java.time.Instant;

/**
 * That the complainant was told something.
 *
 * @param at when
 * @param way how
 */
public record Telling(Instant at, TellingWay way) {
}
