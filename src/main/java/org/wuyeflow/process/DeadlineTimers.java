package org.wuyeflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

import org.springframework.stereotype.Component;

/**
 * Makes the timers and the due dates of a running case follow its deadlines: each step of
 * a ladder that is live has exactly one timer, and a step that is not has none.
 */
@Component
public class DeadlineTimers {

	/**
	 * Sets the timers of a scope: those that start its event subprocesses, or those at
	 * the border of a task. Does nothing where the scope does not run here.
	 * @param execution where the deadline was changed
	 * @param scope the id of the subprocess or task that the timers belong to
	 * @param dates when each timer goes off, by the id of its event; empty where it must
	 * not be
	 */
	public void set(DelegateExecution execution, String scope, Map<String, Optional<Date>> dates) {
		ExecutionEntity inside = (ExecutionEntity) execution;
		for (PvmScope flow = inside.getActivity(); flow != null
				&& flow != inside.getProcessDefinition(); flow = flow.getFlowScope()) {
			if (flow.getId().equals(scope)) {
				PvmScope running = flow;
				dates.forEach((event, date) -> set(inside, running, event, date));
			}
		}
	}

	private static void set(ExecutionEntity inside, PvmScope scope, String event, Optional<Date> date) {
		ExecutionEntity holder = (ExecutionEntity) inside.findExecutionForFlowScope(scope);
		List<JobEntity> timers = holder.getJobs().stream().filter((job) -> event.equals(job.getActivityId())).toList();
		if (date.isEmpty()) {
			timers.forEach(JobEntity::delete);
		}
		else if (timers.isEmpty()) {
			TimerDeclarationImpl.getDeclarationsForScope(scope).get(event).createTimerInstance(holder);
		}
		else {
			timers.stream()
				.filter((timer) -> !date.get().equals(timer.getDuedate()))
				.forEach((timer) -> timer.setDuedate(date.get()));
		}
	}

	/**
	 * Gives all open tasks of the case the due and follow-up dates that their model asks
	 * for now; a task that is just being completed is none.
	 */
	public void refreshTasks(DelegateExecution execution) {
		Context.getCommandContext()
			.getTaskManager()
			.findTasksByProcessInstanceId(execution.getProcessInstanceId())
			.stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(task.getExecution().getActivityId()))
			.forEach(DeadlineTimers::refresh);
	}

	private static void refresh(TaskEntity task) {
		TaskDefinition definition = task.getTaskDefinition();
		date(definition.getDueDateExpression(), task).filter((due) -> !Objects.equals(due, task.getDueDate()))
			.ifPresent(task::setDueDate);
		date(definition.getFollowUpDateExpression(), task)
			.filter((followUp) -> !Objects.equals(followUp, task.getFollowUpDate()))
			.ifPresent(task::setFollowUpDate);
	}

	private static Optional<Date> date(Expression expression, TaskEntity task) {
		return Optional.ofNullable(expression)
			.map((asked) -> asked.getValue(task))
			.filter(Date.class::isInstance)
			.map(Date.class::cast);
	}

}
