package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * A period is taken for its summary, whose number becomes the business key.
 */
@Component
class OpenSummaryPeriodDelegate implements JavaDelegate {

	private final ComplaintSummaryProcess process;

	OpenSummaryPeriodDelegate(ComplaintSummaryProcess process) {
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.open(execution);
	}

}
