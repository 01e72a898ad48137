package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.TellingWay;

import org.springframework.stereotype.Component;

/**
 * The complainant is asked again.
 */
@Component
class RevisitComplainantListener extends ComplaintStepListener {

	RevisitComplainantListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().revisit(number, constant(TellingWay.class, ComplaintVariables.TOLD_HOW.from(task)),
				"reopened".equals(ComplaintVariables.REVISIT_RESULT.from(task)),
				ComplaintVariables.REVISIT_REMARK.from(task), ComplaintVariables.IMPROVEMENT.find(task).orElse(null));
	}

}
