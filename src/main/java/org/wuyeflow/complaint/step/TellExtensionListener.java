package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Telling;
import org.wuyeflow.complaint.TellingWay;

import org.springframework.stereotype.Component;

/**
 * The complainant is told of the later date.
 */
@Component
class TellExtensionListener extends ComplaintStepListener {

	TellExtensionListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		Telling telling = new Telling(instant(task, ComplaintVariables.TOLD_AT),
				constant(TellingWay.class, ComplaintVariables.TOLD_HOW.from(task)));
		return complaints().tellExtension(number, telling, ComplaintVariables.ANSWER_REMARK.find(task).orElse(null));
	}

}
