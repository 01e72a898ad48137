package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * A class 3 complaint is entered into the duty log.
 */
@Component
class RecordOutsideMatterListener extends ComplaintStepListener {

	RecordOutsideMatterListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().recordOutsideMatter(number, ComplaintVariables.AUTHORITY.from(task),
				ComplaintVariables.DUTY_NOTE.from(task));
	}

}
