package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.key.KeyEntrustment;

import org.springframework.stereotype.Component;

/**
 * It is written down how the owner was told that the scheme does not cover his keys.
 */
@Component
class RecordExplanationDelegate implements JavaDelegate {

	private final KeyCustodyService custody;

	private final KeyEntrustmentProcess process;

	RecordExplanationDelegate(KeyCustodyService custody, KeyEntrustmentProcess process) {
		this.custody = custody;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		KeyEntrustment entrustment = this.custody.explain(this.process.intake(execution),
				KeyVariables.EXPLANATION.from(execution));
		execution.setProcessBusinessKey(entrustment.caseNumber());
		this.process.route(execution, entrustment);
	}

}
