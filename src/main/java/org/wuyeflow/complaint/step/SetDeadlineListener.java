package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.DeadlineRule;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives the complaint the limits of the table, and names who must act where they are not
 * kept.
 */
@Component
class SetDeadlineListener implements ExecutionListener {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	SetDeadlineListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		DeadlineRule rule = DeadlineRule.of(DecisionResultListener.row(execution));
		ComplaintVariables.ESCALATION_ROLE.on(execution, rule.escalationRole());
		ComplaintVariables.SECOND_ROLE.on(execution, rule.secondRole());
		this.process.route(execution, this.complaints.setLimits(execution.getProcessBusinessKey(), rule));
	}

}
