package org.wuyeflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.stereotype.Component;

/**
 * Moves the timers of a running step when its limit moves, so that each of them lives
 * exactly once. One that has gone off already is set anew.
 */
@Component
public class DeadlineTimers {

	/**
	 * Moves the timers that start event subprocesses of a scope. Does nothing where the
	 * scope does not run.
	 * @param execution where the limit was changed
	 * @param scope the id of the subprocess that the timers belong to
	 * @param dates the new date of each timer, by the id of its start event
	 */
	public void move(DelegateExecution execution, String scope, Map<String, Date> dates) {
		ExecutionEntity inside = (ExecutionEntity) execution;
		for (PvmScope flow = inside.getActivity(); flow != null; flow = flow.getFlowScope()) {
			if (flow.getId().equals(scope)) {
				PvmScope running = flow;
				dates.forEach((event, date) -> move(inside, running, event, date));
				return;
			}
			if (flow == inside.getProcessDefinition()) {
				return;
			}
		}
	}

	private void move(ExecutionEntity inside, PvmScope scope, String event, Date date) {
		ManagementService management = inside.getProcessEngineServices().getManagementService();
		List<Job> running = management.createJobQuery()
			.processInstanceId(inside.getProcessInstanceId())
			.activityId(event)
			.list();
		if (running.isEmpty()) {
			TimerDeclarationImpl.getDeclarationsForScope(scope)
				.get(event)
				.createTimerInstance((ExecutionEntity) inside.findExecutionForFlowScope(scope));
		}
		else {
			running.forEach((timer) -> management.setJobDuedate(timer.getId(), date));
		}
	}

}
