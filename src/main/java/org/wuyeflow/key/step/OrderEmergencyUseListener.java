package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.ContactWay;
import org.wuyeflow.key.KeyLoanService;

import org.springframework.stereotype.Component;

/**
 * The manager orders that the house be entered, or not.
 */
@Component
class OrderEmergencyUseListener extends KeyStepListener {

	private final KeyLoanService service;

	private final KeyBorrowProcess process;

	OrderEmergencyUseListener(KeyLoanService service, KeyBorrowProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		this.process.route(task.getExecution(),
				this.service.order(number, "yes".equals(KeyVariables.ORDER_DECISION.from(task)),
						KeyVariables.ORDER_GIVER.from(task),
						KeyFormsProcess.constant(ContactWay.class, KeyVariables.ORDER_WAY.from(task)),
						KeyVariables.ORDER_TEXT.from(task)));
	}

}
