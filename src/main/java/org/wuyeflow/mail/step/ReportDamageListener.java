package org.wuyeflow.mail.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.mail.DamageReport;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.TellWay;

import org.springframework.stereotype.Component;

/**
 * The damage was looked at with the courier, and the owner told.
 */
@Component
class ReportDamageListener extends MailStepListener {

	ReportDamageListener(MailCustodyService mail, MailCustodyProcess process) {
		super(mail, process);
	}

	@Override
	protected MailItem carryOut(String number, DelegateTask task) {
		DamageReport report = new DamageReport(MailVariables.DAMAGE_DETAIL.from(task),
				MailVariables.DAMAGE_SIGNATURE.from(task), MailVariables.POST_HELP.find(task).orElse(null),
				process().instant(task, MailVariables.TOLD_AT), toldHow(task));
		return mail().reportDamage(number, report, MailVariables.DAMAGE_DECISION.from(task).equals("keep"));
	}

	private static TellWay toldHow(DelegateTask task) {
		return MailVariables.TOLD_HOW.from(task).equals("later") ? null
				: choice(TellWay.class, task, MailVariables.TOLD_HOW);
	}

}
