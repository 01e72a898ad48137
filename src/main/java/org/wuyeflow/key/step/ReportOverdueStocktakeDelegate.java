package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyStocktakeService;

import org.springframework.stereotype.Component;

/**
 * The cabinet is not counted in time.
 */
@Component
class ReportOverdueStocktakeDelegate implements JavaDelegate {

	private final KeyStocktakeService stocktakes;

	ReportOverdueStocktakeDelegate(KeyStocktakeService stocktakes) {
		this.stocktakes = stocktakes;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.stocktakes.overdue(execution.getProcessBusinessKey());
	}

}
