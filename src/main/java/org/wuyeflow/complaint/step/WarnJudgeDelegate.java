package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Rung;
import org.wuyeflow.deadline.Purpose;

import org.springframework.stereotype.Component;

/**
 * The first answer is due soon, and nobody has judged: the superior is reminded.
 */
@Component
class WarnJudgeDelegate implements JavaDelegate {

	private final ComplaintService complaints;

	WarnJudgeDelegate(ComplaintService complaints) {
		this.complaints = complaints;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.complaints.takeStep(execution.getProcessBusinessKey(), Purpose.FIRST_ANSWER, Rung.WARNING,
				ComplaintVariables.SUPERIOR_ROLE.from(execution));
	}

}
