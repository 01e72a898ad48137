package org.wuyeflow.process;

import java.time.Instant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.record.DutyLog;

import org.springframework.stereotype.Component;

/** Writes to the duty log for {@link WorkContextPluginIT}. */
@Component
class TrialStepDelegate implements JavaDelegate {

	static final String CASE = "XX-2026-00007";

	private final DutyLog log;

	TrialStepDelegate(DutyLog log) {
		this.log = log;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.log.enter("jinmao", CASE, null, Instant.now(), "记下", null);
	}

}
