package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintClass;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Effect;
import org.wuyeflow.complaint.Judgement;

import org.springframework.stereotype.Component;

/**
 * The company assigns a complaint that came from outside.
 */
@Component
class DirectOutsideComplaintListener extends ComplaintStepListener {

	DirectOutsideComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		Judgement judgement = new Judgement(ComplaintClass.of(ComplaintVariables.JUDGED_CLASS.from(task)),
				constant(Effect.class, ComplaintVariables.JUDGED_EFFECT.from(task)),
				ComplaintVariables.DEPARTMENT.from(task), ComplaintVariables.OPINION.from(task), false);
		return complaints().direct(number, judgement, instant(task, ComplaintVariables.LIMIT_AT));
	}

}
