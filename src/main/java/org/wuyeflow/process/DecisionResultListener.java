package org.wuyeflow.process;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.Refusal;

import org.springframework.stereotype.Component;

/**
 * At the end of a business rule task, copies what its table answers into routing
 * variables of the same names.
 */
@Component
public class DecisionResultListener implements ExecutionListener {

	private static final String RESULT = "decisionResult";

	@Override
	public void notify(DelegateExecution execution) {
		row(execution).forEach(execution::setVariable);
	}

	/**
	 * The one row that applies, by output name.
	 * @throws Refusal (409) where the table has no row for this case
	 */
	public static Map<String, Object> row(DelegateExecution execution) {
		DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(RESULT);
		if (result == null || result.isEmpty()) {
			throw Refusal.conflict("决策表「" + execution.getCurrentActivityName() + "」里没有适用于这件事的规则，请联系管理员补充。");
		}
		return result.getSingleResult().getEntryMap();
	}

}
