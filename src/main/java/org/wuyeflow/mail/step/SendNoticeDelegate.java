package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.stereotype.Component;

/**
 * The owner is to be told: a message goes out, and the desk's time to phone begins.
 */
@Component
class SendNoticeDelegate implements JavaDelegate {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	SendNoticeDelegate(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.mail.noticeDue(execution.getProcessBusinessKey()));
	}

}
