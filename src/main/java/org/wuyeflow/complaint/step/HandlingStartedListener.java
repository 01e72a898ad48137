package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * Handling begins, perhaps once more: only those timers stay that are still to go off.
 */
@Component
class HandlingStartedListener implements ExecutionListener {

	private final ComplaintHandlingProcess process;

	HandlingStartedListener(ComplaintHandlingProcess process) {
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.process.follow(execution, execution.getProcessBusinessKey());
	}

}
