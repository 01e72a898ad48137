package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.key.KeyEntrustment;

import org.springframework.stereotype.Component;

/**
 * An owner's wish to entrust keys is written down, and its number becomes the business
 * key.
 */
@Component
class RegisterEntrustmentDelegate implements JavaDelegate {

	private final KeyCustodyService custody;

	private final KeyEntrustmentProcess process;

	RegisterEntrustmentDelegate(KeyCustodyService custody, KeyEntrustmentProcess process) {
		this.custody = custody;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		KeyEntrustment entrustment = this.custody.register(this.process.intake(execution));
		execution.setProcessBusinessKey(entrustment.caseNumber());
		KeyVariables.APPROVER_ROLES.on(execution, this.custody.approverRoles(entrustment));
		this.process.route(execution, entrustment);
	}

}
