package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The superior gets a message with the task that an overdue return puts before him. It
 * hears of the task from the engine; the model shows the procedure only.
 */
@Component
class OverdueReturnListener {

	private final MailCustodyService mail;

	OverdueReturnListener(MailCustodyService mail) {
		this.mail = mail;
	}

	@EventListener(condition = "#task.eventName == 'create' and #task.taskDefinitionKey == 'UserTask_SuperviseReturn'")
	void notify(DelegateTask task) {
		this.mail.overdue(task.getExecution().getProcessBusinessKey(), MailVariables.SUPERVISE_ROLE.from(task));
	}

}
