package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.TellWay;

import org.springframework.stereotype.Component;

/**
 * The manager has looked into an incident, and the owner was told.
 */
@Component
class ReviewIncidentListener extends MailStepListener {

	ReviewIncidentListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		return mail().closeIncident(number, MailVariables.INCIDENT_FINDING.from(task),
				choice(TellWay.class, task, MailVariables.TOLD_HOW),
				MailVariables.INCIDENT_RESULT.from(task).equals("recovered"));
	}

}
