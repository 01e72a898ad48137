package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Masking;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordSection;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What became of the deadlines of a case, on the page of its record.
 */
@Component
@Order(10)
class LedgerSection implements RecordSection {

	private final CaseDeadlines deadlines;

	private final DateTimeFormatter minute;

	LedgerSection(CaseDeadlines deadlines, Clock clock) {
		this.deadlines = deadlines;
		this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
	}

	@Override
	public Optional<Shown> of(QualityRecord record, Staff reader, boolean unmasked) {
		if (!(record instanceof TimedRecord)) {
			return Optional.empty();
		}
		List<Line> lines = this.deadlines.ledger(record.caseNumber())
			.stream()
			.map((entry) -> new Line(shown(entry.at()), entry.by(),
					unmasked ? entry.what() : Masking.text(entry.what())))
			.toList();
		return lines.isEmpty() ? Optional.empty() : Optional.of(new Shown("时限台账", "deadline-ledger", lines));
	}

	private String shown(Instant at) {
		return this.minute.format(at);
	}

	/**
	 * A line of the ledger.
	 *
	 * @param at when it was written
	 * @param by by whom
	 * @param what what it says
	 */
	record Line(String at, String by, String what) {
	}

}
