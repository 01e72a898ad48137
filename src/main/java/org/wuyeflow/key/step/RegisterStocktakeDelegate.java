package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyStocktake;
import org.wuyeflow.key.KeyStocktakeService;
import org.wuyeflow.key.StocktakeReason;

import org.springframework.stereotype.Component;

/**
 * A stock-take begins: monthly by itself, or as the form says.
 */
@Component
class RegisterStocktakeDelegate implements JavaDelegate {

	private final KeyStocktakeService stocktakes;

	private final KeyStocktakeProcess process;

	RegisterStocktakeDelegate(KeyStocktakeService stocktakes, KeyStocktakeProcess process) {
		this.stocktakes = stocktakes;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		StocktakeReason reason = KeyVariables.STOCKTAKE_REASON.find(execution)
			.map((choice) -> KeyFormsProcess.constant(StocktakeReason.class, choice))
			.orElse(StocktakeReason.MONTHLY);
		KeyStocktake stocktake = this.stocktakes.begin(execution.getTenantId(), reason,
				KeyVariables.NEW_KEEPER.find(execution).orElse(null));
		execution.setProcessBusinessKey(stocktake.number());
		this.process.route(execution, stocktake);
	}

}
