package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The owner who has moved in lets the keys be used on.
 */
@Component
class ExtendLoanDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	ExtendLoanDelegate(KeyLoanService loans, KeyBorrowProcess process) {
		this.loans = loans;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.loans.extend(execution.getProcessBusinessKey()));
	}

}
