package org.wuyeflow.key.step;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.key.IncidentRule;
import org.wuyeflow.key.KeyIncidentService;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives the incident its limits, as the table says.
 */
@Component
class SetIncidentLimitsListener implements ExecutionListener {

	private final KeyIncidentService incidents;

	private final KeyIncidentProcess process;

	SetIncidentLimitsListener(KeyIncidentService incidents, KeyIncidentProcess process) {
		this.incidents = incidents;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Map<String, Object> row = DecisionResultListener.row(execution);
		IncidentRule rule = new IncidentRule(Limit.parse((String) row.get("tellOwnerWithin")),
				Limit.parse((String) row.get("resolveWithin")));
		this.process.route(execution, this.incidents.limit(execution.getProcessBusinessKey(), rule));
	}

}
