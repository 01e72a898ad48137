package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The end is near.
 */
@Component
class RemindBorrowerDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	RemindBorrowerDelegate(KeyLoanService loans) {
		this.loans = loans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.loans.remind(execution.getProcessBusinessKey());
	}

}
