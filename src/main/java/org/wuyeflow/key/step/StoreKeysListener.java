package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.key.Place;

import org.springframework.stereotype.Component;

/**
 * The keeper has taken the keys and hung them up.
 */
@Component
class StoreKeysListener extends KeyStepListener {

	private final KeyCustodyService service;

	private final KeyEntrustmentProcess process;

	StoreKeysListener(KeyCustodyService service, KeyEntrustmentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.store(number, KeyVariables.COUNTED_KEYS.from(task),
						new Place(KeyVariables.CABINET.from(task), KeyVariables.HOOK.from(task),
								KeyVariables.SEAL.find(task).orElse(null))));
	}

}
