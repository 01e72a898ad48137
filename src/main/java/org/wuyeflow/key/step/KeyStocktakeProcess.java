package org.wuyeflow.key.step;

import java.util.Date;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.key.KeyStocktake;
import org.wuyeflow.key.StocktakeReason;
import org.wuyeflow.process.DeadlineGlue;
import org.wuyeflow.process.DeadlineTimers;

import org.springframework.stereotype.Component;

/**
 * The process {@code key-stocktake}: its names, and how it begins by itself.
 */
@Component
public class KeyStocktakeProcess implements DeadlineGlue {

	/** The process definition's key. */
	public static final String KEY = "key-stocktake";

	private static final String COUNTING = "UserTask_CountCabinet";

	private final CaseDeadlines promises;

	private final DeadlineTimers timers;

	private final RuntimeService instances;

	KeyStocktakeProcess(CaseDeadlines promises, DeadlineTimers timers, RuntimeService instances) {
		this.promises = promises;
		this.timers = timers;
		this.instances = instances;
	}

	void route(DelegateExecution execution, KeyStocktake stocktake) {
		KeyFormsProcess.card(execution, stocktake.number(), "无", stocktake.reason().label());
		KeyVariables.HANDOVER.on(execution, stocktake.reason() == StocktakeReason.HANDOVER);
		follow(execution, stocktake.number());
	}

	@Override
	public Set<String> processes() {
		return Set.of(KEY);
	}

	@Override
	public void follow(DelegateExecution execution, String caseNumber) {
		this.promises.find(caseNumber, Purpose.RESULT).ifPresent((result) -> {
			KeyVariables.DUE_AT.on(execution, Date.from(result.dueAt()));
			this.timers.set(execution, COUNTING, Map.of("BoundaryEvent_CountOverdue",
					result.live(LadderStep.AT_END).map((step) -> Date.from(step.at()))));
			this.timers.refreshTasks(execution);
		});
	}

	/** Begins the monthly stock-take of an office. */
	void begin(String office) {
		this.instances.startProcessInstanceByKey(KEY, Map.of(KeyVariables.OFFICE.name(), office));
	}

}
