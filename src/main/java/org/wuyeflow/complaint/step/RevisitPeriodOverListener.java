package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The time in which the complainant may ask to take the complaint up again is over.
 */
@Component
class RevisitPeriodOverListener implements ExecutionListener {

	private final ComplaintService complaints;

	RevisitPeriodOverListener(ComplaintService complaints) {
		this.complaints = complaints;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.complaints.lapse(execution.getProcessBusinessKey());
	}

}
