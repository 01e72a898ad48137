package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.ContactWay;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The owner is told of what was done in the emergency.
 */
@Component
class TellOwnerOfEmergencyListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	TellOwnerOfEmergencyListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.tellOwner(number,
						KeyFormsProcess.constant(ContactWay.class, KeyVariables.TOLD_HOW.from(task)),
						KeyVariables.TELLING_TEXT.from(task)));
	}

}
