package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyIncidentService;

import org.springframework.stereotype.Component;

/**
 * What does not agree becomes a case of its own.
 */
@Component
class OpenIncidentDelegate implements JavaDelegate {

	private final KeyIncidentService incidents;

	private final KeyIncidentProcess process;

	OpenIncidentDelegate(KeyIncidentService incidents, KeyIncidentProcess process) {
		this.incidents = incidents;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.start(this.incidents.find(KeyVariables.INCIDENT_NUMBER.from(execution)).orElseThrow());
	}

}
