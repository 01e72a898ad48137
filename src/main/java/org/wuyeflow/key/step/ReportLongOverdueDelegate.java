package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The keys are not back long after they were due.
 */
@Component
class ReportLongOverdueDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	ReportLongOverdueDelegate(KeyLoanService loans) {
		this.loans = loans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.loans.longOverdue(execution.getProcessBusinessKey());
	}

}
