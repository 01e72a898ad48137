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
 */
record CaseThen(Instant moment, Map<String, String> state) {

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

	ComplainantAnswer answer() {
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
		return time("respondBy");
	}

	Instant firstRespondedAt() {
		return time("firstRespondedAt");
	}

	/** The limit; one from before the case was taken up again is none any more. */
	Instant dueAt() {
		Instant due = time("dueAt");
		Instant again = time("reopenedAt");
		boolean old = status() == ComplaintStatus.REOPENED || (due != null && again != null && !due.isAfter(again));
		return old ? null : due;
	}

	Instant resultAt() {
		return time("resultAt");
	}

	Instant closedAt() {
		return closed() ? time("lastClosedAt") : null;
	}

	/**
	 * Whether the complainant heard something in time; empty while he has heard nothing
	 * and still may hear it in time.
	 */
	Optional<Boolean> answeredInTime() {
		Instant by = respondBy();
		Instant at = firstRespondedAt();
		if (at != null) {
			return Optional.of(by == null || !at.isAfter(by));
		}
		return (by != null && by.isBefore(this.moment)) ? Optional.of(false) : Optional.empty();
	}

	/** Whether there was a result in time; empty while there is none and still may be. */
	Optional<Boolean> limitKept() {
		String decided = this.state.get("limitKept");
		if (decided != null) {
			return Optional.of(Boolean.valueOf(decided));
		}
		boolean late = !closed() && resultAt() == null && dueAt() != null && dueAt().isBefore(this.moment);
		return late ? Optional.of(false) : Optional.empty();
	}

	private Instant time(String attribute) {
		return Optional.ofNullable(this.state.get(attribute)).map(Instant::parse).orElse(null);
	}

}
