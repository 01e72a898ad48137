package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The written report on a house defect is made.
 */
@Component
class ReportToDeveloperListener extends ComplaintStepListener {

	ReportToDeveloperListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().report(number, ComplaintVariables.REPORT_NUMBER.from(task),
				ComplaintVariables.REPORT_RECIPIENT.from(task), ComplaintVariables.REPORT_TEXT.from(task));
	}

}
