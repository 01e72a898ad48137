package org.wuyeflow.complaint;

import java.util.Map;

import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Limit;

/**
 * The limits that the table gives a complaint, and who must act where they are not kept.
 *
 * @param respondWithin how soon the complainant shall hear something
 * @param resolveWithin how soon there shall be a result, or null before it is judged
 * @param warnAtPercent after which part of the time whoever has the case is reminded
 * @param escalationRole the role id that must act when the time is over
 * @param secondAtPercent when the next one above must act
 * @param secondRole the role id of that one
 */
public record DeadlineRule(Limit respondWithin, Limit resolveWithin, int warnAtPercent, String escalationRole,
		int secondAtPercent, String secondRole) {

	private static final int WHOLE = 100;

	/**
	 * A row of the table, by the names of its outputs; {@code -} stands for no limit yet.
	 * @throws org.wuyeflow.Refusal (409) where a limit cannot be read
	 */
	public static DeadlineRule of(Map<String, Object> row) {
		String resolve = (String) row.get("resolveWithin");
		return new DeadlineRule(Limit.parse((String) row.get("respondWithin")),
				"-".equals(resolve) ? null : Limit.parse(resolve), ((Number) row.get("warnAtPercent")).intValue(),
				(String) row.get("escalationRole"), ((Number) row.get("secondAtPercent")).intValue(),
				(String) row.get("secondRole"));
	}

	/** Who is told or must act until the first answer. */
	Ladder untilAnswer() {
		return Ladder.of(LadderStep.of(this.warnAtPercent, null, false),
				LadderStep.of(WHOLE, this.escalationRole, true));
	}

	/** Who is told or must act until the result. */
	Ladder untilResult() {
		return Ladder.of(LadderStep.of(this.warnAtPercent, null, false),
				LadderStep.of(WHOLE, this.escalationRole, true),
				LadderStep.of(this.secondAtPercent, this.secondRole, true));
	}

}
