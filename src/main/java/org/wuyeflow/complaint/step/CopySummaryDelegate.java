package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * Copies of the summary are sent.
 */
@Component
class CopySummaryDelegate implements JavaDelegate {

	private final SummaryService summaries;

	CopySummaryDelegate(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.summaries.copy(execution.getProcessBusinessKey(), ComplaintSummaryProcess.copies(execution));
	}

}
