package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.record.RecordHistory;

import org.springframework.stereotype.Service;

/**
 * Finds the cases of a period as they stood at its end, however long ago that is: what
 * was written since is not seen.
 */
@Service
class PeriodCases {

	private final CaseRepository complaints;

	private final RecordHistory history;

	private final ZoneId zone;

	PeriodCases(CaseRepository complaints, RecordHistory history, Clock clock) {
		this.complaints = complaints;
		this.history = history;
		this.zone = clock.getZone();
	}

	/** The cases of this period and of this office; they are in no summary yet. */
	List<SummaryCase> of(String office, Period period) {
		Instant from = period.begins(this.zone);
		Instant until = period.ends(this.zone);
		List<Complaint> candidates = this.complaints.openBetween(office, from, until);
		Set<String> answered = this.complaints.answeredBetween(office, from, until);
		RecordHistory.Past past = this.history.of(candidates.stream().map(Complaint::id).toList(), until);
		RecordHistory.Past deadlines = this.history.of(deadlines(past, candidates, List.of(from, until)), until);
		return candidates.stream()
			.flatMap((complaint) -> SummaryCase
				.of(complaint, then(past, deadlines, complaint, from), then(past, deadlines, complaint, until),
						answered.contains(complaint.number()))
				.stream())
			.toList();
	}

	private static List<UUID> deadlines(RecordHistory.Past past, List<Complaint> complaints, List<Instant> moments) {
		return complaints.stream()
			.flatMap((complaint) -> moments.stream().flatMap((moment) -> past.before(complaint.id(), moment).stream()))
			.flatMap((state) -> Stream.of(state.get(CaseThen.ANSWER), state.get(CaseThen.RESULT)))
			.filter(Objects::nonNull)
			.distinct()
			.map(UUID::fromString)
			.toList();
	}

	private static Optional<CaseThen> then(RecordHistory.Past past, RecordHistory.Past deadlines, Complaint complaint,
			Instant moment) {
		return past.before(complaint.id(), moment)
			.map((state) -> new CaseThen(moment, state, deadline(deadlines, state.get(CaseThen.ANSWER), moment),
					deadline(deadlines, state.get(CaseThen.RESULT), moment)));
	}

	private static Map<String, String> deadline(RecordHistory.Past deadlines, String id, Instant moment) {
		return Optional.ofNullable(id)
			.flatMap((known) -> deadlines.before(UUID.fromString(known), moment))
			.orElse(Map.of());
	}

}
