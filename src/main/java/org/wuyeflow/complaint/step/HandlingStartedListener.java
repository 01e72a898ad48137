package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * Handling begins, perhaps once more: only those timers stay that are still to go off.
 */
@Component
class HandlingStartedListener implements ExecutionListener {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	HandlingStartedListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.complaints.find(execution.getProcessBusinessKey())
			.ifPresent((complaint) -> this.process.follow(execution, complaint));
	}

}
