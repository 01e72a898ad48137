package org.wuyeflow.process;

import java.time.Instant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.record.DutyLog;

import org.springframework.stereotype.Component;

/** Writes to the duty log for {@link WorkContextPluginIT}. */
@Component
class TrialStepListener implements TaskListener, ExecutionListener {

	private final DutyLog log;

	TrialStepListener(DutyLog log) {
		this.log = log;
	}

	@Override
	public void notify(DelegateTask task) {
		this.log.enter("jinmao", TrialStepDelegate.CASE, null, Instant.now(), "试办", null);
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.log.enter("jinmao", TrialStepDelegate.CASE, null, Instant.now(), "开始", null);
	}

}
