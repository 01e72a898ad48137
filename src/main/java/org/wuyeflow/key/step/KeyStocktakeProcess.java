package org.wuyeflow.key.step;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.key.KeyStocktake;
import org.wuyeflow.key.StocktakeReason;

import org.springframework.stereotype.Component;

/**
 * The process {@code key-stocktake}: its names, and how it begins by itself.
 */
@Component
public class KeyStocktakeProcess {

	/** The process definition's key. */
	public static final String KEY = "key-stocktake";

	private final RuntimeService instances;

	KeyStocktakeProcess(RuntimeService instances) {
		this.instances = instances;
	}

	void route(DelegateExecution execution, KeyStocktake stocktake) {
		KeyFormsProcess.card(execution, stocktake.number(), "无", stocktake.reason().label());
		KeyVariables.HANDOVER.on(execution, stocktake.reason() == StocktakeReason.HANDOVER);
	}

	/** Begins the monthly stock-take of an office. */
	void begin(String office) {
		this.instances.startProcessInstanceByKey(KEY, Map.of(KeyVariables.OFFICE.name(), office));
	}

}
