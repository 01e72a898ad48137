package org.wuyeflow.key;

import org.wuyeflow.deadline.Limit;

/**
 * What the table says of an incident.
 *
 * @param tellOwnerWithin how soon the owner is told
 * @param resolveWithin how soon it is concluded
 */
public record IncidentRule(Limit tellOwnerWithin, Limit resolveWithin) {
}
