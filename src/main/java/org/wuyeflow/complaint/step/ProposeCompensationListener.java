package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The receiver proposes what to do about a claim.
 */
@Component
class ProposeCompensationListener extends ComplaintStepListener {

	ProposeCompensationListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().proposeCompensation(number, ComplaintVariables.COMPENSATION_FACTS.from(task),
				ComplaintVariables.COMPENSATION_PROPOSED.from(task),
				ComplaintVariables.COMPENSATION_PROPOSAL.from(task));
	}

}
