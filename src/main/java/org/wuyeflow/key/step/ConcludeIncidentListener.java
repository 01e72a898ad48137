package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyIncidentService;

import org.springframework.stereotype.Component;

/**
 * The manager concludes.
 */
@Component
class ConcludeIncidentListener extends KeyStepListener {

	private final KeyIncidentService service;

	private final KeyIncidentProcess process;

	ConcludeIncidentListener(KeyIncidentService service, KeyIncidentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.conclude(number, KeyVariables.CONCLUSION.from(task)));
	}

}
