package org.wuyeflow.complaint.summary;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.wuyeflow.complaint.ComplainantAnswer;
import org.wuyeflow.complaint.ComplaintStatus;

/**
 * A complaint as it stood at a moment gone by. The one place that knows where a complaint
 * keeps what summaries count.
 *
 * @param moment the moment
 * @param state its attributes just before that moment
 * @param answer those of the deadline of its first answer, none where it had no such
 * deadline
 * @param result those of the deadline of its result
 */
record CaseThen(Instant moment, Map<String, String> state, Map<String, String> answer, Map<String, String> result) {

	/** The attributes of a complaint that name its deadlines. */
	static final String ANSWER = "answerDeadline";

	static final String RESULT = "resultDeadline";

	boolean closed() {
		return status() == ComplaintStatus.CLOSED;
	}

	ComplaintStatus status() {
		return ComplaintStatus.valueOf(this.state.get("status"));
	}

	int reopened() {
		return Integer.parseInt(this.state.getOrDefault("reopenedCount", "0"));
	}

	String department() {
		return this.state.get("handlingRole");
	}

	ComplainantAnswer complainantAnswer() {
		return Optional.ofNullable(this.state.get("answer")).map(ComplainantAnswer::valueOf).orElse(null);
	}

	SummaryKind kind() {
		String judged = this.state.get("complaintClass");
		String valid = this.state.get("valid");
		if ("false".equals(valid)) {
			return SummaryKind.INVALID;
		}
		if (judged != null) {
			return SummaryKind.valueOf(judged);
		}
		boolean settled = status() == ComplaintStatus.SETTLED || (closed() && valid == null);
		return settled ? SummaryKind.ON_SPOT : SummaryKind.UNJUDGED;
	}

	Instant respondBy() {
		return time(this.answer, "dueAt");
	}

	Instant firstRespondedAt() {
		return time(this.state, "firstRespondedAt");
	}

	/** The limit; one from before the case was taken up again is none any more. */
	Instant dueAt() {
		return ofThisRound() ? time(this.result, "dueAt") : null;
	}

	Instant resultAt() {
		return time(this.state, "resultAt");
	}

	Instant closedAt() {
		return closed() ? time(this.state, "lastClosedAt") : null;
	}

	/**
	 * Whether the complainant heard something in time; empty while he has heard nothing
	 * and still may hear it in time.
	 */
	Optional<Boolean> answeredInTime() {
		if (firstRespondedAt() != null) {
			return Optional.of(!"false".equals(this.answer.get("kept")));
		}
		return passed(respondBy()) ? Optional.of(false) : Optional.empty();
	}

	/** Whether there was a result in time; empty while there is none and still may be. */
	Optional<Boolean> limitKept() {
		String decided = ofThisRound() ? this.result.get("kept") : null;
		if (decided != null) {
			return Optional.of(Boolean.valueOf(decided));
		}
		return (!closed() && resultAt() == null && passed(dueAt())) ? Optional.of(false) : Optional.empty();
	}

	private boolean ofThisRound() {
		return String.valueOf(reopened() + 1).equals(this.result.get("roundNumber"));
	}

	private boolean passed(Instant due) {
		return due != null && due.isBefore(this.moment);
	}

	private static Instant time(Map<String, String> attributes, String name) {
		return Optional.ofNullable(attributes.get(name)).map(Instant::parse).orElse(null);
	}

}
