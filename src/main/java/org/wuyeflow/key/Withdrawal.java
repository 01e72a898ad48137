package org.wuyeflow.key;

import java.time.LocalDate;

/**
 * An owner, or somebody for him, who takes keys back.
 *
 * @param office the office's id
 * @param house the house's number as typed
 * @param reason why
 * @param by who takes them
 * @param identity what he has proved who he is by
 * @param proxyLetter the number of the owner's letter where somebody else comes, or null
 * @param movedInOn the day of moving in where that is the reason, else null
 */
public record Withdrawal(String office, String house, WithdrawalReason reason, String by, Identity identity,
		String proxyLetter, LocalDate movedInOn) {
}
