package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The manager confirms in writing what was ordered in his name.
 */
@Component
class ConfirmEmergencyOrderListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	ConfirmEmergencyOrderListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.confirmOrder(number, "yes".equals(KeyVariables.ORDER_CONFIRMATION.from(task)),
						KeyVariables.CONFIRMATION_TEXT.find(task).orElse(null)));
	}

}
