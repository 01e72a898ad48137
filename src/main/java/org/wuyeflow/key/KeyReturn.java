package org.wuyeflow.key;

/**
 * Borrowed keys at the counter: somebody brings them, the keeper counts and takes them,
 * both sign.
 *
 * @param loan the number of the loan
 * @param counted how many there are
 * @param broughtBy who brings them, or null where it is the borrower
 * @param lateReason why they are late, or null
 * @param remark what else is to be said, or null
 */
public record KeyReturn(String loan, int counted, String broughtBy, String lateReason, String remark) {
}
