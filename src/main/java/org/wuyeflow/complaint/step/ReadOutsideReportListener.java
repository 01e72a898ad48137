package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The company reads how an outside complaint was handled.
 */
@Component
class ReadOutsideReportListener extends ComplaintStepListener {

	ReadOutsideReportListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().readOutsideReport(number, ComplaintVariables.READING_REMARK.find(task).orElse(null));
	}

}
