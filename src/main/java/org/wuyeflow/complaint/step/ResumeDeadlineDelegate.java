package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The date of a pause has come, and the time runs on.
 */
@Component
class ResumeDeadlineDelegate implements JavaDelegate {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	ResumeDeadlineDelegate(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.route(execution, this.complaints.resume(execution.getProcessBusinessKey(), null));
	}

}
