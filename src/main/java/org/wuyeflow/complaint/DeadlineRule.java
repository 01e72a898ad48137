package org.wuyeflow.complaint;

import org.wuyeflow.deadline.Limit;

/**
 * The limits that the table gives a complaint.
 *
 * @param respondWithin how soon the complainant shall hear something
 * @param resolveWithin how soon there shall be a result
 * @param warnAtPercent after which part of that time the handler is reminded
 */
public record DeadlineRule(Limit respondWithin, Limit resolveWithin, int warnAtPercent) {
}
