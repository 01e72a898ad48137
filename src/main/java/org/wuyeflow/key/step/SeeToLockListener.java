package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.CostBearer;
import org.wuyeflow.key.KeyIncidentService;
import org.wuyeflow.key.Remedy;

import org.springframework.stereotype.Component;

/**
 * Lock and key are seen to.
 */
@Component
class SeeToLockListener extends KeyStepListener {

	private final KeyIncidentService service;

	private final KeyIncidentProcess process;

	SeeToLockListener(KeyIncidentService service, KeyIncidentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.remedy(number, KeyFormsProcess.constant(Remedy.class, KeyVariables.REMEDY.from(task)),
						KeyVariables.REMEDY_TEXT.from(task), KeyVariables.COST.find(task).orElse(null),
						KeyFormsProcess.constant(CostBearer.class, KeyVariables.COST_BEARER.from(task))));
	}

}
