package org.wuyeflow.complaint.step;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * A claim is followed up and reported.
 */
@Component
class FollowCompensationListener extends ComplaintStepListener {

	FollowCompensationListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().followCompensation(number, ComplaintVariables.COMPENSATION_PROGRESS.from(task),
				reportedTo(task), ComplaintVariables.COMPENSATION_PAID.find(task).orElse(null));
	}

	private static List<String> reportedTo(DelegateTask task) {
		return ComplaintVariables.REPORTED_TO.from(task).stream().map(String::valueOf).toList();
	}

}
