package org.wuyeflow.mail.step;

import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.mail.HouseShown;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.stereotype.Component;

/**
 * An item that has lain for a month is announced.
 */
@Component
class AnnounceMailDelegate implements JavaDelegate {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	AnnounceMailDelegate(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		HouseShown shown = HouseShown.valueOf(MailVariables.HOUSE_SHOWN.from(execution).toUpperCase(Locale.ROOT));
		this.process.route(execution, this.mail.announce(execution.getProcessBusinessKey(), shown));
	}

}
