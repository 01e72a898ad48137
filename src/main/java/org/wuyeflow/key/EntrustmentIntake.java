package org.wuyeflow.key;

import java.time.LocalDate;

/**
 * An owner at the counter who wants to entrust keys. Clauses CP-5.3.1, CP-5.3.2.A,
 * CP-5.3.2.B.
 *
 * @param office the office's id
 * @param house the house's number as typed
 * @param customerName the owner's name
 * @param customerPhone his telephone, or null
 * @param identity what he has proved who he is by
 * @param letterNumber the number of his letter of entrustment; null outside the scheme
 * @param keys what he hands over; null outside the scheme
 * @param purpose what the office may use them for; null outside the scheme
 * @param validUntil the last day of it; null outside the scheme
 */
public record EntrustmentIntake(String office, String house, String customerName, String customerPhone,
		Identity identity, String letterNumber, EntrustedKeys keys, String purpose, LocalDate validUntil) {
}
