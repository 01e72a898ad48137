package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyCustodyService;

import org.springframework.stereotype.Component;

/**
 * Somebody decides whether the office takes the keys.
 */
@Component
class ApproveEntrustmentListener extends KeyStepListener {

	private final KeyCustodyService service;

	private final KeyEntrustmentProcess process;

	ApproveEntrustmentListener(KeyCustodyService service, KeyEntrustmentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.decide(number,
				"yes".equals(KeyVariables.APPROVAL.from(task)), KeyVariables.APPROVAL_OPINION.find(task).orElse(null)));
	}

}
