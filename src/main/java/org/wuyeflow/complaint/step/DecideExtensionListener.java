package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * One level up decides on a later date.
 */
@Component
class DecideExtensionListener extends ComplaintStepListener {

	DecideExtensionListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		boolean other = "other".equals(ComplaintVariables.EXTENSION_DECISION.from(task));
		return complaints().decideExtension(number, !"refused".equals(ComplaintVariables.EXTENSION_DECISION.from(task)),
				other ? instant(task, ComplaintVariables.EXTENSION_GRANTED_UNTIL) : null,
				ComplaintVariables.EXTENSION_OPINION.from(task));
	}

}
