package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The office manager decides what is to be done.
 */
@Component
class DecideOverdueKeysListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	DecideOverdueKeysListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.decide(number, KeyVariables.DECISION_TEXT.from(task)));
	}

}
