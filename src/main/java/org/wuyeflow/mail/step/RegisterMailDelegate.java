package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailIntake;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.MailKind;

import org.springframework.stereotype.Component;

/**
 * An item that was received is written down, and its number becomes the business key.
 */
@Component
class RegisterMailDelegate implements JavaDelegate {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	RegisterMailDelegate(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		MailItem item = this.mail.register(intake(execution));
		execution.setProcessBusinessKey(item.caseNumber());
		this.process.route(execution, item);
	}

	private static MailIntake intake(DelegateExecution form) {
		return new MailIntake(form.getTenantId(), MailVariables.DELIVERY_NUMBER.find(form).orElse(null),
				MailVariables.CARRIER.find(form).orElse(null), MailVariables.COURIER_SIGNATURE.find(form).orElse(null),
				MailVariables.HOUSE_NUMBER.find(form).orElse(null), MailVariables.ADDRESSEE.from(form),
				MailStepListener.choice(MailKind.class, form, MailVariables.ITEM_KIND),
				MailVariables.SPOILS.find(form).orElse(false), MailVariables.TRACKING_NUMBER.find(form).orElse(null),
				MailVariables.DAMAGE_NOTE.find(form).orElse(null), MailVariables.SHELF.find(form).orElse(null));
	}

}
