package org.wuyeflow.complaint;

import java.time.LocalDate;

/**
 * What is wrong with a house. Clauses CC-5.1.2.B, CS-3.1.2.B.
 *
 * @param place which part of the house
 * @param builder who built it or answers for it, or null
 * @param defect what is wrong
 * @param customerWish what the customer asks for
 * @param warrantyUntil the last day of the warranty, or null
 */
public record HouseDefect(String place, String builder, String defect, String customerWish, LocalDate warrantyUntil) {
}
