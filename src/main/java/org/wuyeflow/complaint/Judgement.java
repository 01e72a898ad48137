package org.wuyeflow.complaint;

/**
 * What a superior decides of a valid complaint. Clauses CC-4.1, CC-4.2, CC-4.3, CC-5.1.2,
 * CS-2, CS-3.1.2.
 *
 * @param complaintClass what caused it
 * @param effect how large its effect is
 * @param handlingRole the role id of the department that shall handle it
 * @param opinion what shall be done
 * @param difficult whether those above shall give an opinion and a limit first
 */
public record Judgement(ComplaintClass complaintClass, Effect effect, String handlingRole, String opinion,
		boolean difficult) {
}
