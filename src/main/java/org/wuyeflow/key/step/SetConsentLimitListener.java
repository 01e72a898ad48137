package org.wuyeflow.key.step;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.key.KeyConsentService;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives the question its limit, as the table says.
 */
@Component
class SetConsentLimitListener implements ExecutionListener {

	private final KeyConsentService consents;

	private final KeyUseConsentProcess process;

	SetConsentLimitListener(KeyConsentService consents, KeyUseConsentProcess process) {
		this.consents = consents;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Map<String, Object> row = DecisionResultListener.row(execution);
		this.process.route(execution, this.consents.limit(execution.getProcessBusinessKey(),
				Limit.parse((String) row.get("answerWithin")), (Boolean) row.get("witnessNeeded")));
	}

}
