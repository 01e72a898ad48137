package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.DeadlineRule;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives the complaint the time for a first answer, before anybody has judged it.
 */
@Component
class SetFirstAnswerDeadlineListener implements ExecutionListener {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	SetFirstAnswerDeadlineListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		DeadlineRule rule = DeadlineRule.of(DecisionResultListener.row(execution));
		this.process.route(execution, this.complaints.setFirstAnswerLimit(execution.getProcessBusinessKey(), rule));
	}

}
