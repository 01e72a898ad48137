package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Rung;
import org.wuyeflow.deadline.Purpose;

import org.springframework.stereotype.Component;

/**
 * The limit is near: the handler finds the reminder in the case.
 */
@Component
class WarnHandlerDelegate implements JavaDelegate {

	private final ComplaintService complaints;

	WarnHandlerDelegate(ComplaintService complaints) {
		this.complaints = complaints;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.complaints.takeStep(execution.getProcessBusinessKey(), Purpose.RESULT, Rung.WARNING,
				ComplaintVariables.HANDLING_ROLE.from(execution));
	}

}
