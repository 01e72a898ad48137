package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The next superior steps in because the complainant has not heard anything.
 */
@Component
class SuperviseFirstAnswerListener extends ComplaintStepListener {

	SuperviseFirstAnswerListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().supervise(number, ComplaintVariables.INSTRUCTION.from(task));
	}

}
