package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.IncidentKind;
import org.wuyeflow.key.KeyStocktakeService;

import org.springframework.stereotype.Component;

/**
 * The cabinet is counted: a difference, or the end.
 */
@Component
class CountCabinetListener extends KeyStepListener {

	private final KeyStocktakeService service;

	private final KeyStocktakeProcess process;

	CountCabinetListener(KeyStocktakeService service, KeyStocktakeProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		if ("finished".equals(KeyVariables.COUNT_RESULT.from(task))) {
			this.process.route(task.getExecution(), this.service.finish(number, KeyVariables.COUNTED_KEYS.from(task),
					KeyVariables.COUNT_REMARK.find(task).orElse(null)));
		}
		else {
			KeyVariables.INCIDENT_NUMBER
				.on(task,
						this.service
							.differs(number, KeyVariables.HOUSE_NUMBER.from(task),
									KeyFormsProcess.doors(task, KeyVariables.DOORS),
									KeyFormsProcess.constant(IncidentKind.class,
											KeyVariables.DIFFERENCE_KIND.from(task)),
									KeyVariables.DIFFERENCE_TEXT.from(task))
							.number());
		}
	}

}
