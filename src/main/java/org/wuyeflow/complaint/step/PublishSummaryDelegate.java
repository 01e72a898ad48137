package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The summary is put on the public board.
 */
@Component
class PublishSummaryDelegate implements JavaDelegate {

	private final SummaryService summaries;

	PublishSummaryDelegate(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.summaries.publish(execution.getProcessBusinessKey());
	}

}
