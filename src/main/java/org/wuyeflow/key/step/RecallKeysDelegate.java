package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * Keys are called back: the owner wants them, or takes his consent back.
 */
@Component
class RecallKeysDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	RecallKeysDelegate(KeyLoanService loans, KeyBorrowProcess process) {
		this.loans = loans;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.loans.recall(execution.getProcessBusinessKey()));
	}

}
