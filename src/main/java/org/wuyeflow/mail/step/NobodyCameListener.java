package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.stereotype.Component;

/**
 * The announcement has hung long enough, and nobody has come.
 */
@Component
class NobodyCameListener implements ExecutionListener {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	NobodyCameListener(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.process.route(execution, this.mail.unclaimed(execution.getProcessBusinessKey()));
	}

}
