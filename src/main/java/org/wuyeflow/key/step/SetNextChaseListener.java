package org.wuyeflow.key.step;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Says when the owner is asked again, as the table does.
 */
@Component
class SetNextChaseListener implements ExecutionListener {

	private static final String AT_THE_END = "-";

	private final KeyCustodyService custody;

	private final KeyEntrustmentProcess process;

	SetNextChaseListener(KeyCustodyService custody, KeyEntrustmentProcess process) {
		this.custody = custody;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Optional<Limit> after = Optional.of((String) DecisionResultListener.row(execution).get("askAgainWithin"))
			.filter((limit) -> !AT_THE_END.equals(limit))
			.map(Limit::parse);
		this.process.route(execution, this.custody.chaseAgain(execution.getProcessBusinessKey(), after));
	}

}
