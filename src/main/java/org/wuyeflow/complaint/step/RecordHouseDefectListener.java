package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.HouseDefect;

import org.springframework.stereotype.Component;

/**
 * The record of a class 2 complaint is filled in.
 */
@Component
class RecordHouseDefectListener extends ComplaintStepListener {

	RecordHouseDefectListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().recordHouseDefect(number,
				new HouseDefect(ComplaintVariables.DEFECT_PLACE.from(task),
						ComplaintVariables.BUILDER.find(task).orElse(null), ComplaintVariables.DEFECT.from(task),
						ComplaintVariables.CUSTOMER_WISH.from(task),
						ComplaintVariables.WARRANTY_UNTIL.find(task).orElse(null)));
	}

}
