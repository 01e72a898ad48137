package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.key.Withdrawal;
import org.wuyeflow.key.WithdrawalReason;

import org.springframework.stereotype.Component;

/**
 * The owner wants his keys back; those that are out are called back.
 */
@Component
class RegisterWithdrawalDelegate implements JavaDelegate {

	private final KeyCustodyService custody;

	private final KeyBorrowProcess loans;

	RegisterWithdrawalDelegate(KeyCustodyService custody, KeyBorrowProcess loans) {
		this.custody = custody;
		this.loans = loans;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Withdrawal withdrawal = new Withdrawal(execution.getTenantId(), KeyVariables.HOUSE_NUMBER.from(execution),
				KeyFormsProcess.constant(WithdrawalReason.class, KeyVariables.WITHDRAWAL_REASON.from(execution)),
				KeyVariables.TAKER_NAME.from(execution), KeyFormsProcess.identity(execution),
				KeyVariables.PROXY_LETTER.find(execution).orElse(null),
				KeyVariables.MOVED_IN_ON.find(execution).orElse(null));
		KeyCustodyService.Withdrawing withdrawing = this.custody.withdraw(withdrawal);
		execution.setProcessBusinessKey(withdrawing.number());
		KeyFormsProcess.card(execution, withdrawing.number(), withdrawing.house(), "取回钥匙");
		this.loans.recall(withdrawing.loans());
	}

}
