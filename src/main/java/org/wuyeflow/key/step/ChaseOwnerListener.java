package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.ChaseResult;
import org.wuyeflow.key.KeyCustodyService;

import org.springframework.stereotype.Component;

/**
 * The owner was asked to take his keys back.
 */
@Component
class ChaseOwnerListener extends KeyStepListener {

	private final KeyCustodyService service;

	ChaseOwnerListener(KeyCustodyService service) {
		this.service = service;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.service.chase(number, KeyFormsProcess.constant(ChaseResult.class, KeyVariables.CHASE_RESULT.from(task)),
				KeyVariables.PROLONGED_UNTIL.find(task).orElse(null), KeyVariables.CHASE_NOTE.find(task).orElse(null));
	}

}
