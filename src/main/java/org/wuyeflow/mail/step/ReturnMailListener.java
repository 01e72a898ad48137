package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;

import org.springframework.stereotype.Component;

/**
 * The post office has taken the item, or its owner came before.
 */
@Component
class ReturnMailListener extends MailStepListener {

	ReturnMailListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		boolean returned = MailVariables.RETURN_STEP.from(task).equals("returned");
		MailVariables.RETURN_RESULT.on(task, returned ? "returned" : "claimed");
		return returned ? mail().giveBack(number, MailVariables.POST_CLERK.from(task),
				process().instant(task, MailVariables.RETURNED_AT), MailVariables.RETURN_REMARK.find(task).orElse(null))
				: mail().handOver(number, receiver(task), MailVariables.SIGNATURE.from(task));
	}

}
