package org.wuyeflow.key;

import java.util.Optional;

import org.wuyeflow.deadline.Limit;

/**
 * What the table says of a loan. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
 *
 * @param permission whose permission it needs
 * @param longest for how long keys may be out in one stretch, or empty where the owner's
 * permission says it
 * @param pause how long keys must lie in the cabinet so that a new stretch begins
 * @param remindBefore how long before the end the borrower is reminded
 * @param recallWithin how soon keys must be back that are called back
 * @param managerAfter how long after the end the office manager is asked to decide
 * @param tellOwnerWithin how soon the owner is told of an emergency
 */
public record LoanRule(Permission permission, Optional<Limit> longest, Limit pause, Limit remindBefore,
		Limit recallWithin, Limit managerAfter, Limit tellOwnerWithin) {
}
