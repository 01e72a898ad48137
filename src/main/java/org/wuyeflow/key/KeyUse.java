package org.wuyeflow.key;

import java.time.Instant;

/**
 * One use of a key that the owner is asked for.
 *
 * @param loanNumber the loan, or null where he is asked beforehand
 * @param purpose what for
 * @param purposeText more about it, or null
 * @param enterer who enters
 * @param from from when
 * @param until until when
 * @param accompanied whether somebody of the office goes along
 */
public record KeyUse(String loanNumber, UsePurpose purpose, String purposeText, String enterer, Instant from,
		Instant until, boolean accompanied) {
}
