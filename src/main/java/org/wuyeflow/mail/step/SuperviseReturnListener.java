package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;

import org.springframework.stereotype.Component;

/**
 * The superior says what is to be done about an item that should be back.
 */
@Component
class SuperviseReturnListener extends MailStepListener {

	SuperviseReturnListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		return mail().supervise(number, MailVariables.INSTRUCTION.from(task));
	}

}
