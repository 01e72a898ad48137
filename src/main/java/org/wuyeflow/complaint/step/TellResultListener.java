package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.ComplainantAnswer;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Telling;
import org.wuyeflow.complaint.TellingWay;

import org.springframework.stereotype.Component;

/**
 * The complainant is told the result.
 */
@Component
class TellResultListener extends ComplaintStepListener {

	TellResultListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		Telling telling = new Telling(instant(task, ComplaintVariables.TOLD_AT),
				constant(TellingWay.class, ComplaintVariables.TOLD_HOW.from(task)));
		return complaints().tellResult(number, telling,
				constant(ComplainantAnswer.class, ComplaintVariables.COMPLAINANT_ANSWER.from(task)),
				ComplaintVariables.ANSWER_REMARK.find(task).orElse(null),
				"up".equals(ComplaintVariables.DISSATISFIED_NEXT.find(task).orElse(null)));
	}

}
