package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Rung;
import org.wuyeflow.deadline.Purpose;

import org.springframework.stereotype.Component;

/**
 * The first answer is due soon: the handler is reminded of it.
 */
@Component
class WarnAnswererDelegate implements JavaDelegate {

	private final ComplaintService complaints;

	WarnAnswererDelegate(ComplaintService complaints) {
		this.complaints = complaints;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.complaints.takeStep(execution.getProcessBusinessKey(), Purpose.FIRST_ANSWER, Rung.WARNING,
				ComplaintVariables.HANDLING_ROLE.from(execution));
	}

}
