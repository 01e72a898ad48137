package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The record of a class 1 complaint is filled in.
 */
@Component
class RecordServiceFailingListener extends ComplaintStepListener {

	RecordServiceFailingListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().recordServiceFailing(number, ComplaintVariables.RESPONSIBLE_PERSON.from(task),
				ComplaintVariables.MEASURES.from(task), ComplaintVariables.PLANNED_ON.from(task));
	}

}
