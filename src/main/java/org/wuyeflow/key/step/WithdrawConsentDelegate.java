package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyConsentService;

import org.springframework.stereotype.Component;

/**
 * The owner takes his consent back; keys that are out by it are called back.
 */
@Component
class WithdrawConsentDelegate implements JavaDelegate {

	private final KeyConsentService consents;

	private final KeyBorrowProcess loans;

	WithdrawConsentDelegate(KeyConsentService consents, KeyBorrowProcess loans) {
		this.consents = consents;
		this.loans = loans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		KeyConsentService.Withdrawn withdrawn = this.consents.withdraw(execution.getTenantId(),
				KeyVariables.HOUSE_NUMBER.from(execution), KeyVariables.WITHDRAWAL_WORDS.from(execution));
		execution.setProcessBusinessKey(withdrawn.number());
		this.loans.recall(withdrawn.loans());
	}

}
