package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.ReturnReason;

import org.springframework.stereotype.Component;

/**
 * The keeper has looked once more for whom the item is.
 */
@Component
class CheckAddresseeListener extends MailStepListener {

	CheckAddresseeListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		String note = MailVariables.CHECK_NOTE.find(task).orElse(null);
		if (MailVariables.CHECK_RESULT.from(task).equals("found")) {
			MailVariables.RETURN_RESULT.on(task, "matched");
			return mail().addresseeFound(number, MailVariables.HOUSE_NUMBER.from(task), note);
		}
		MailVariables.RETURN_RESULT.on(task, "undeliverable");
		return mail().undeliverable(number, choice(ReturnReason.class, task, MailVariables.UNDELIVERABLE_REASON), note);
	}

}
