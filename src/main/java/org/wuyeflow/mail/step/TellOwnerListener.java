package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.ReturnReason;
import org.wuyeflow.mail.TellWay;

import org.springframework.stereotype.Component;

/**
 * The owner was told, or not reached.
 */
@Component
class TellOwnerListener extends MailStepListener {

	TellOwnerListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		String outcome = MailVariables.TELL_OUTCOME.from(task);
		String note = MailVariables.TELL_NOTE.find(task).orElse(null);
		if (outcome.equals("undeliverable")) {
			MailVariables.TELL_RESULT.on(task, "undeliverable");
			MailVariables.CUSTODY_RESULT.on(task, "undeliverable");
			return mail().undeliverable(number, choice(ReturnReason.class, task, MailVariables.UNDELIVERABLE_REASON),
					note);
		}
		TellWay how = choice(TellWay.class, task, MailVariables.TOLD_HOW);
		MailItem item = outcome.equals("hold")
				? mail().tellAndHold(number, how, MailVariables.HOLD_UNTIL.from(task), note)
				: mail().tell(number, how, outcome.equals("reached"), note);
		MailVariables.TELL_RESULT.on(task, (item.telling().nextAt() != null) ? "again" : "enough");
		return item;
	}

}
