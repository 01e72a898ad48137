package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The owner who has moved in does not let the keys be used on.
 */
@Component
class RecallAfterMoveInDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	RecallAfterMoveInDelegate(KeyLoanService loans, KeyBorrowProcess process) {
		this.loans = loans;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.loans.recallAfterMoveIn(execution.getProcessBusinessKey()));
	}

}
