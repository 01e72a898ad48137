package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.IncidentKind;
import org.wuyeflow.key.KeyIncident;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * Keys come back, all of them, some, or not as they went.
 */
@Component
class ReturnKeysListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	ReturnKeysListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		int counted = KeyVariables.COUNTED_KEYS.from(task);
		String late = KeyVariables.LATE_REASON.find(task).orElse(null);
		String remark = KeyVariables.RETURN_REMARK.find(task).orElse(null);
		switch (KeyVariables.RETURN_RESULT.from(task)) {
			case "all" -> this.service.returned(number, counted, late, remark);
			case "some" -> this.service.returnedInPart(number, KeyFormsProcess.doors(task, KeyVariables.RETURNED_DOORS),
					counted, remark);
			default -> {
				KeyIncident incident = this.service.returnedWithIncident(number,
						KeyFormsProcess.doors(task, KeyVariables.INCIDENT_DOORS), counted,
						KeyFormsProcess.constant(IncidentKind.class, KeyVariables.INCIDENT_KIND.from(task)),
						KeyVariables.INCIDENT_TEXT.from(task), late, remark);
				KeyVariables.INCIDENT_NUMBER.on(task, incident.number());
			}
		}
		this.process.route(task.getExecution(), this.service.find(number).orElseThrow());
	}

}
