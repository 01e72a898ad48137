package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyConsentService;

import org.springframework.stereotype.Component;

/**
 * The owner has not answered in time.
 */
@Component
class RecordSilenceDelegate implements JavaDelegate {

	private final KeyConsentService consents;

	private final KeyUseConsentProcess process;

	RecordSilenceDelegate(KeyConsentService consents, KeyUseConsentProcess process) {
		this.consents = consents;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.consents.lapse(execution.getProcessBusinessKey()));
	}

}
