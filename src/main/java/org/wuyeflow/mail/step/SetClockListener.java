package org.wuyeflow.mail.step;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.mail.MailClock;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Gives an item the limits of the table.
 */
@Component
class SetClockListener implements ExecutionListener {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	SetClockListener(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Map<String, Object> row = DecisionResultListener.row(execution);
		MailVariables.MAIL_PRIORITY.on(execution, ((Number) row.get("mailPriority")).intValue());
		this.process.route(execution, this.mail.setClock(execution.getProcessBusinessKey(), MailClock.of(row)));
	}

}
