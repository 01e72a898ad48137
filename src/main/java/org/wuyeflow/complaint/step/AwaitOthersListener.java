package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * What was waited for has come, and the time runs on.
 */
@Component
class AwaitOthersListener extends ComplaintStepListener {

	AwaitOthersListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().resume(number, ComplaintVariables.RESUME_NOTE.from(task));
	}

}
