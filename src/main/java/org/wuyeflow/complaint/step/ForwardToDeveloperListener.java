package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The company passes the report on to the developer.
 */
@Component
class ForwardToDeveloperListener extends ComplaintStepListener {

	ForwardToDeveloperListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().forward(number, ComplaintVariables.FORWARDED_TO.from(task),
				instant(task, ComplaintVariables.FORWARDED_AT),
				ComplaintVariables.FORWARD_REMARK.find(task).orElse(null));
	}

}
