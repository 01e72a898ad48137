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
		String step = MailVariables.RETURN_STEP.from(task);
		MailVariables.RETURN_RESULT.on(task, step);
		return switch (step) {
			case "returned" -> mail().giveBack(number, MailVariables.POST_CLERK.from(task),
					process().instant(task, MailVariables.RETURNED_AT),
					MailVariables.RETURN_REMARK.find(task).orElse(null));
			case "claimed" -> mail().handOver(number, receiver(task), MailVariables.SIGNATURE.from(task));
			default -> incident(number, task);
		};
	}

}
