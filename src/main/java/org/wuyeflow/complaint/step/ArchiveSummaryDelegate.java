package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The summary is filed.
 */
@Component
class ArchiveSummaryDelegate implements JavaDelegate {

	private final SummaryService summaries;

	ArchiveSummaryDelegate(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.summaries.archive(execution.getProcessBusinessKey());
	}

}
