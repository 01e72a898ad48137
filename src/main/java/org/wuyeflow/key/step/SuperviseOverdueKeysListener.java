package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The supervisor steps in.
 */
@Component
class SuperviseOverdueKeysListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	SuperviseOverdueKeysListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.supervise(number, KeyVariables.INSTRUCTION.from(task)));
	}

}
