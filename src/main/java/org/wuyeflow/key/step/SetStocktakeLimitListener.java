package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.key.KeyStocktakeService;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives the stock-take its limit, as the table says.
 */
@Component
class SetStocktakeLimitListener implements ExecutionListener {

	private final KeyStocktakeService stocktakes;

	private final KeyStocktakeProcess process;

	SetStocktakeLimitListener(KeyStocktakeService stocktakes, KeyStocktakeProcess process) {
		this.stocktakes = stocktakes;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Limit within = Limit.parse((String) DecisionResultListener.row(execution).get("countWithin"));
		this.process.route(execution, this.stocktakes.limit(execution.getProcessBusinessKey(), within));
	}

}
