package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.key.KeyConsentService;

import org.springframework.stereotype.Component;

/**
 * The owner has answered on the page.
 */
@Component
class OwnerAnsweredOnPageListener implements ExecutionListener {

	private final KeyConsentService consents;

	private final KeyUseConsentProcess process;

	OwnerAnsweredOnPageListener(KeyConsentService consents, KeyUseConsentProcess process) {
		this.consents = consents;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.process.route(execution, this.consents.find(execution.getProcessBusinessKey()).orElseThrow());
	}

}
