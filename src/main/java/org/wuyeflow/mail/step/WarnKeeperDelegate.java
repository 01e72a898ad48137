package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.stereotype.Component;

/**
 * The keeper is reminded that an item must go back.
 */
@Component
class WarnKeeperDelegate implements JavaDelegate {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	WarnKeeperDelegate(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution,
				this.mail.warn(execution.getProcessBusinessKey(), MailVariables.KEEP_ROLE.from(execution)));
	}

}
