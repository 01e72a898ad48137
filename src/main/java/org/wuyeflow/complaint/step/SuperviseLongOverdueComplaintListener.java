package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The one above the next superior steps in.
 */
@Component
class SuperviseLongOverdueComplaintListener extends ComplaintStepListener {

	SuperviseLongOverdueComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().supervise(number, ComplaintVariables.INSTRUCTION.from(task));
	}

}
