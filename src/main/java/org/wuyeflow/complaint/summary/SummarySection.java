package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.util.Optional;

import org.wuyeflow.office.Staff;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordSection;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The figures on the page of a summary.
 */
@Component
@Order(0)
class SummarySection implements RecordSection {

	private final SummaryService summaries;

	private final Clock clock;

	SummarySection(SummaryService summaries, Clock clock) {
		this.summaries = summaries;
		this.clock = clock;
	}

	@Override
	public Optional<Shown> of(QualityRecord record, Staff reader, boolean unmasked) {
		return (record instanceof ComplaintSummary summary)
				? Optional.of(new Shown("汇总数据", "complaint-summary",
						SummaryView.of(summary, this.summaries.cases(summary), this.clock.getZone())))
				: Optional.empty();
	}

}
