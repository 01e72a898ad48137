package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The owner has moved in while keys are out.
 */
@Component
class ApplyMovedInRuleDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	ApplyMovedInRuleDelegate(KeyLoanService loans, KeyBorrowProcess process) {
		this.loans = loans;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.loans.applyMovedIn(execution.getProcessBusinessKey()));
	}

}
