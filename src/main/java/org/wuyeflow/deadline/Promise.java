package org.wuyeflow.deadline;

/**
 * What a deadline is for. A case that is taken up again makes a new promise; what became
 * of the former one stays as it is.
 *
 * @param office the office's id
 * @param caseNumber the case's public number
 * @param purpose what shall be done
 * @param round 1, and one more each time the case is taken up again
 */
public record Promise(String office, String caseNumber, Purpose purpose, int round) {

	/** The first promise of a case. */
	public static Promise first(String office, String caseNumber, Purpose purpose) {
		return new Promise(office, caseNumber, purpose, 1);
	}

}
