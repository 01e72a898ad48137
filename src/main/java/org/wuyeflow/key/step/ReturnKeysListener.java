package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.IncidentKind;
import org.wuyeflow.key.KeyIncident;
import org.wuyeflow.key.KeyLoanService;
import org.wuyeflow.key.KeyReturn;
import org.wuyeflow.key.KeyReturnService;

import org.springframework.stereotype.Component;

/**
 * Keys come back, all of them, some, or not as they went.
 */
@Component
class ReturnKeysListener extends KeyStepListener {

	private final KeyReturnService returns;

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	ReturnKeysListener(KeyReturnService returns, KeyLoanService loans, KeyBorrowProcess process) {
		this.returns = returns;
		this.loans = loans;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		KeyReturn brought = new KeyReturn(number, KeyVariables.COUNTED_KEYS.from(task),
				KeyVariables.BROUGHT_BY.find(task).orElse(null), KeyVariables.LATE_REASON.find(task).orElse(null),
				KeyVariables.RETURN_REMARK.find(task).orElse(null));
		switch (KeyVariables.RETURN_RESULT.from(task)) {
			case "all" -> this.returns.all(brought);
			case "some" -> this.returns.some(brought, KeyFormsProcess.doors(task, KeyVariables.RETURNED_DOORS));
			default -> {
				KeyIncident incident = this.returns.withIncident(brought,
						KeyFormsProcess.doors(task, KeyVariables.INCIDENT_DOORS),
						KeyFormsProcess.constant(IncidentKind.class, KeyVariables.INCIDENT_KIND.from(task)),
						KeyVariables.INCIDENT_TEXT.from(task));
				KeyVariables.INCIDENT_NUMBER.on(task, incident.number());
			}
		}
		this.process.route(task.getExecution(), this.loans.find(number).orElseThrow());
	}

}
