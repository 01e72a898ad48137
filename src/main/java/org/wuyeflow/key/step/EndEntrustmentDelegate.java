package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.process.CaseMessages;

import org.springframework.stereotype.Component;

/**
 * The custody of what was handed back ends.
 */
@Component
class EndEntrustmentDelegate implements JavaDelegate {

	private final KeyCustodyService custody;

	private final CaseMessages messages;

	EndEntrustmentDelegate(KeyCustodyService custody, CaseMessages messages) {
		this.custody = custody;
		this.messages = messages;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.custody.ofWithdrawal(execution.getProcessBusinessKey())
			.forEach((entrustment) -> this.messages.send(KeyEntrustmentProcess.KEY, entrustment.caseNumber(),
					KeyEntrustmentProcess.ENTRUSTMENT_ENDED));
	}

}
