package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.ContactWay;
import org.wuyeflow.key.KeyCustodyService;

import org.springframework.stereotype.Component;

/**
 * The owner is told that the office does not take his keys.
 */
@Component
class TellRefusalListener extends KeyStepListener {

	private final KeyCustodyService service;

	private final KeyEntrustmentProcess process;

	TellRefusalListener(KeyCustodyService service, KeyEntrustmentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.tellRefusal(number,
						KeyFormsProcess.constant(ContactWay.class, KeyVariables.TOLD_HOW.from(task)).label() + "："
								+ KeyVariables.TELLING_TEXT.from(task)));
	}

}
