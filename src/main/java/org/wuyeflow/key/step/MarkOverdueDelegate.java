package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The keys are not back in time.
 */
@Component
class MarkOverdueDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	MarkOverdueDelegate(KeyLoanService loans) {
		this.loans = loans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.loans.overdue(execution.getProcessBusinessKey());
	}

}
