package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.ClaimDecision;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The office manager gives his opinion on a claim.
 */
@Component
class DecideCompensationListener extends ComplaintStepListener {

	DecideCompensationListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().decideCompensation(number,
				constant(ClaimDecision.class, ComplaintVariables.COMPENSATION_DECISION.from(task)),
				ComplaintVariables.COMPENSATION_DECIDED.find(task).orElse(null),
				ComplaintVariables.COMPENSATION_OPINION.from(task));
	}

}
