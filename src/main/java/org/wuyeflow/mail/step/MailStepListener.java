package org.wuyeflow.mail.step;

import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wuyeflow.mail.DocumentKind;
import org.wuyeflow.mail.IncidentKind;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.OwnerWord;
import org.wuyeflow.mail.Receiver;
import org.wuyeflow.mail.ReceiverKind;
import org.wuyeflow.process.ProcessVariable;

/**
 * A task of an item that is being completed: what its form submitted goes to the item,
 * and what the model needs of the item comes back.
 */
abstract class MailStepListener implements TaskListener {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	MailStepListener(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@Override
	public final void notify(DelegateTask task) {
		MailItem item = carryOut(task.getExecution().getProcessBusinessKey(), task);
		this.process.route(task.getExecution(), item);
	}

	/** Makes the one service call of this step. */
	protected abstract MailItem carryOut(String number, DelegateTask task);

	final MailCustodyService mail() {
		return this.mail;
	}

	final MailCustodyProcess process() {
		return this.process;
	}

	/** Reports what has happened to the item to whoever reviews incidents. */
	final MailItem incident(String number, DelegateTask task) {
		return this.mail.reportIncident(number, choice(IncidentKind.class, task, MailVariables.INCIDENT_KIND),
				MailVariables.INCIDENT_NOTE.from(task), MailVariables.INCIDENT_ROLE.from(task));
	}

	/** The constant that a choice stands for. */
	static <E extends Enum<E>> E choice(Class<E> type, VariableScope form, ProcessVariable<String> field) {
		return Enum.valueOf(type, field.from(form).toUpperCase(Locale.ROOT));
	}

	/** Who fetches the item, as the form has it. */
	static Receiver receiver(DelegateTask form) {
		ReceiverKind kind = choice(ReceiverKind.class, form, MailVariables.RECEIVER_KIND);
		String name = MailVariables.RECEIVER_NAME.from(form);
		DocumentKind document = choice(DocumentKind.class, form, MailVariables.DOCUMENT_KIND);
		String last = MailVariables.DOCUMENT_LAST.from(form);
		return (kind == ReceiverKind.PROXY) ? Receiver.proxy(name, document, last,
				choice(DocumentKind.class, form, MailVariables.OWNER_DOCUMENT_KIND),
				MailVariables.OWNER_DOCUMENT_LAST.from(form), choice(OwnerWord.class, form, MailVariables.OWNER_WORD))
				: new Receiver(kind, name, document, last);
	}

}
