package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.stereotype.Component;

/**
 * An item that was given to the wrong person is back on the shelf.
 */
@Component
class TakeBackMailDelegate implements JavaDelegate {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	TakeBackMailDelegate(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String number = execution.getProcessBusinessKey();
		this.process.route(execution, this.mail.takeBack(number, MailVariables.UNDONE_REASON.from(execution)));
	}

}
