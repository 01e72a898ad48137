package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyStocktakeService;

import org.springframework.stereotype.Component;

/**
 * The new keeper has taken over.
 */
@Component
class TakeOverCabinetListener extends KeyStepListener {

	private final KeyStocktakeService service;

	private final KeyStocktakeProcess process;

	TakeOverCabinetListener(KeyStocktakeService service, KeyStocktakeProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(), this.service.takeOver(number));
	}

}
