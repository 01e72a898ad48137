package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.ContactWay;
import org.wuyeflow.key.KeyIncidentService;

import org.springframework.stereotype.Component;

/**
 * The owner is told.
 */
@Component
class TellOwnerOfIncidentListener extends KeyStepListener {

	private final KeyIncidentService service;

	private final KeyIncidentProcess process;

	TellOwnerOfIncidentListener(KeyIncidentService service, KeyIncidentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.tellOwner(number,
						KeyFormsProcess.constant(ContactWay.class, KeyVariables.TOLD_HOW.from(task)),
						KeyVariables.OWNER_WORDS.from(task)));
	}

}
