package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.ExplanationAnswer;
import org.wuyeflow.complaint.TellingWay;

import org.springframework.stereotype.Component;

/**
 * The receiver explains why a complaint is invalid.
 */
@Component
class ExplainInvalidComplaintListener extends ComplaintStepListener {

	ExplainInvalidComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().explain(number, ComplaintVariables.EXPLANATION.from(task),
				instant(task, ComplaintVariables.TOLD_AT),
				constant(TellingWay.class, ComplaintVariables.TOLD_HOW.from(task)),
				constant(ExplanationAnswer.class, ComplaintVariables.EXPLANATION_ACCEPTED.from(task)));
	}

}
