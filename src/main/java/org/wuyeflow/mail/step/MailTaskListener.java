package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of two tasks from the engine; the model shows the procedure only. With the task
 * in which an item is kept begin its timers; with the one that an overdue return puts
 * before the superior he gets a message.
 */
@Component
class MailTaskListener {

	private final MailCustodyService mail;

	private final MailCustodyProcess process;

	MailTaskListener(MailCustodyService mail, MailCustodyProcess process) {
		this.mail = mail;
		this.process = process;
	}

	@EventListener(condition = "#task.eventName == 'create'")
	void notify(DelegateTask task) {
		String number = task.getExecution().getProcessBusinessKey();
		switch (task.getTaskDefinitionKey()) {
			case MailCustodyProcess.HAND_OVER -> this.process.follow(task.getExecution(), number);
			case MailCustodyProcess.SUPERVISE -> this.mail.overdue(number, MailVariables.SUPERVISE_ROLE.from(task));
			default -> {
			}
		}
	}

}
