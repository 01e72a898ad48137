package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintClass;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Effect;
import org.wuyeflow.complaint.Judgement;

import org.springframework.stereotype.Component;

/**
 * The superior judges a complaint.
 */
@Component
class ClassifyComplaintListener extends ComplaintStepListener {

	ClassifyComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		if ("no".equals(ComplaintVariables.COMPLAINT_VALID.from(task))) {
			return complaints().judgeInvalid(number, ComplaintVariables.INVALID_REASON.from(task));
		}
		return complaints().judge(number,
				new Judgement(ComplaintClass.of(ComplaintVariables.JUDGED_CLASS.from(task)),
						constant(Effect.class, ComplaintVariables.JUDGED_EFFECT.from(task)),
						ComplaintVariables.DEPARTMENT.from(task), ComplaintVariables.OPINION.from(task),
						ComplaintVariables.JUDGED_DIFFICULT.find(task).orElse(false)));
	}

}
