package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.ReturnReason;

import org.springframework.stereotype.Component;

/**
 * The item is fetched, or does not stay on the shelf, or stays longer.
 */
@Component
class HandOverMailListener extends MailStepListener {

	HandOverMailListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		String step = MailVariables.CUSTODY_STEP.from(task);
		String note = MailVariables.CUSTODY_NOTE.find(task).orElse(null);
		MailItem item = switch (step) {
			case "handOver" -> mail().handOver(number, receiver(task), MailVariables.SIGNATURE.from(task));
			case "joint" -> mail().handOverWith(number, MailVariables.PICK_UP_NUMBER.from(task));
			case "hold" -> mail().hold(number, MailVariables.HOLD_UNTIL.from(task), note);
			case "undeliverable" -> mail().undeliverable(number,
					choice(ReturnReason.class, task, MailVariables.UNDELIVERABLE_REASON), note);
			default -> incident(number, task);
		};
		MailVariables.CUSTODY_RESULT.on(task, switch (step) {
			case "handOver", "joint" -> "handedOver";
			case "hold" -> "kept";
			default -> step;
		});
		return item;
	}

}
