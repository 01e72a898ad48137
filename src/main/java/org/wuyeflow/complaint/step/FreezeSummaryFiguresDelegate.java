package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The figures of the period are counted and frozen.
 */
@Component
class FreezeSummaryFiguresDelegate implements JavaDelegate {

	private final SummaryService summaries;

	FreezeSummaryFiguresDelegate(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.summaries.freeze(execution.getProcessBusinessKey(), execution.getTenantId(),
				ComplaintSummaryProcess.period(execution));
	}

}
