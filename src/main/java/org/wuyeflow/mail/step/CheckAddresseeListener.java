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
		return switch (MailVariables.CHECK_RESULT.from(task)) {
			case "found" -> {
				MailVariables.RETURN_RESULT.on(task, "matched");
				yield mail().addresseeFound(number, MailVariables.HOUSE_NUMBER.from(task), note);
			}
			case "notFound" -> {
				MailVariables.RETURN_RESULT.on(task, "undeliverable");
				yield mail().undeliverable(number, choice(ReturnReason.class, task, MailVariables.UNDELIVERABLE_REASON),
						note);
			}
			default -> {
				MailVariables.RETURN_RESULT.on(task, "incident");
				yield incident(number, task);
			}
		};
	}

}
