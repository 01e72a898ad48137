package org.wuyeflow.complaint.step;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.DeadlineRule;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives the complaint the limits of the table.
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
		Map<String, Object> row = DecisionResultListener.row(execution);
		DeadlineRule rule = new DeadlineRule(Limit.parse((String) row.get("respondWithin")),
				Limit.parse((String) row.get("resolveWithin")), ((Number) row.get("warnAtPercent")).intValue());
		ComplaintVariables.ESCALATION_ROLE.on(execution, (String) row.get("escalationRole"));
		this.process.route(execution, this.complaints.setLimits(execution.getProcessBusinessKey(), rule));
	}

}
