package org.wuyeflow.key;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who wants to borrow keys of a house.
 *
 * @param office the office's id
 * @param house the house's number as typed
 * @param doors the doors whose keys he wants
 * @param borrower who he is
 * @param purpose what for
 * @param purposeText more about it, or null
 * @param until when he will bring them back, or null for as long as may be
 * @param accompanied whether somebody of the office goes with him
 * @param emergency the emergency, or null in the usual course
 * @param secondPerson who enters with him in an emergency, else null
 */
public record LoanRequest(String office, String house, Set<Door> doors, Borrower borrower, UsePurpose purpose,
		String purposeText, Instant until, boolean accompanied, EmergencyKind emergency, String secondPerson) {
}
