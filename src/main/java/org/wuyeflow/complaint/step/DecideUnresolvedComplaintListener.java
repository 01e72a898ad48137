package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The company gives the last opinion and a limit.
 */
@Component
class DecideUnresolvedComplaintListener extends ComplaintStepListener {

	DecideUnresolvedComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().advise(number, ComplaintVariables.OPINION.from(task),
				instant(task, ComplaintVariables.LIMIT_AT), ComplaintVariables.DEPARTMENT.find(task).orElse(null),
				null);
	}

}
