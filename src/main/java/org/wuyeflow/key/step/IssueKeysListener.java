package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyLoan;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The borrower gets the keys, or does not.
 */
@Component
class IssueKeysListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	IssueKeysListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		KeyLoan loan = "issued".equals(KeyVariables.ISSUE_DECISION.from(task))
				? this.service.issue(number, KeyVariables.COUNTED_KEYS.from(task))
				: this.service.notIssued(number, KeyVariables.ISSUE_REMARK.from(task));
		this.process.route(task.getExecution(), loan);
	}

}
