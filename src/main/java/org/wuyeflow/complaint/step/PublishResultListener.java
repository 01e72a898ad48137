package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The result of a class 3 complaint is published.
 */
@Component
class PublishResultListener extends ComplaintStepListener {

	PublishResultListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().publish(number, ComplaintVariables.PUBLICATION.from(task),
				ComplaintVariables.PUBLISHED_WHERE.from(task));
	}

}
