package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The borrower is told to bring the keys back.
 */
@Component
class CallBorrowerBackListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	CallBorrowerBackListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.chase(number, KeyVariables.RECALL_NOTE.from(task)));
	}

}
