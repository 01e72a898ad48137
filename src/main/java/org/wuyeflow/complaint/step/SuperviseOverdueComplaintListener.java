package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The next superior steps in after the limit.
 */
@Component
class SuperviseOverdueComplaintListener extends ComplaintStepListener {

	SuperviseOverdueComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().supervise(number, ComplaintVariables.INSTRUCTION.from(task));
	}

}
