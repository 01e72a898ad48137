package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyCustodyService;

import org.springframework.stereotype.Component;

/**
 * The owner has signed and handed over his keys.
 */
@Component
class SignEntrustmentListener extends KeyStepListener {

	private final KeyCustodyService service;

	private final KeyEntrustmentProcess process;

	SignEntrustmentListener(KeyCustodyService service, KeyEntrustmentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.sign(number, KeyVariables.COUNTED_KEYS.from(task)));
	}

}
