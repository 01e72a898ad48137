package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The keeper goes after the borrower.
 */
@Component
class ChaseBorrowerListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	ChaseBorrowerListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.chase(number, KeyVariables.CHASE_NOTE.from(task)));
	}

}
