package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The result of a difficult complaint is verified.
 */
@Component
class VerifyResultListener extends ComplaintStepListener {

	VerifyResultListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().verify(number, "yes".equals(ComplaintVariables.RESULT_VERIFIED.from(task)),
				ComplaintVariables.VERIFICATION.from(task));
	}

}
