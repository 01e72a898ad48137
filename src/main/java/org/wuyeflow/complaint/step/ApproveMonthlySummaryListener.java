package org.wuyeflow.complaint.step;

import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.complaint.summary.ReviewOutcome;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The month's summary is approved or sent back.
 */
@Component
class ApproveMonthlySummaryListener implements TaskListener {

	private final SummaryService summaries;

	ApproveMonthlySummaryListener(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void notify(DelegateTask task) {
		this.summaries.review(task.getExecution().getProcessBusinessKey(),
				ReviewOutcome.valueOf(ComplaintVariables.SUMMARY_DECISION.from(task).toUpperCase(Locale.ROOT)),
				ComplaintVariables.SUMMARY_REMARK.find(task).orElse(null));
	}

}
