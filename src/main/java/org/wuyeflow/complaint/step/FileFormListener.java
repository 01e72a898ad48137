package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The original reaches who keeps it, and the complaint is closed.
 */
@Component
class FileFormListener extends ComplaintStepListener {

	FileFormListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().file(number, instant(task, ComplaintVariables.ORIGINAL_RECEIVED_AT),
				ComplaintVariables.ORIGINAL_PLACE.from(task), ComplaintVariables.COPIES_DELIVERED.from(task),
				ComplaintVariables.FILING_REMARK.find(task).orElse(null));
	}

}
