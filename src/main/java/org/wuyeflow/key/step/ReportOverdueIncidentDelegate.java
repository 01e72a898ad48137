package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyIncidentService;

import org.springframework.stereotype.Component;

/**
 * The incident is not concluded in time.
 */
@Component
class ReportOverdueIncidentDelegate implements JavaDelegate {

	private final KeyIncidentService incidents;

	ReportOverdueIncidentDelegate(KeyIncidentService incidents) {
		this.incidents = incidents;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.incidents.overdue(execution.getProcessBusinessKey());
	}

}
