package org.wuyeflow.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * By when a task is to be done, and from when on it is shown as nearly due, as the table
 * of its procedure says: {@code <slug>-task-limit}, a row for each task by its name, with
 * {@code doWithin} and {@code remindPercent}. Models ask for it in their due and
 * follow-up dates: {@code ${taskLimits.due(execution)}}. A task whose due date the case
 * gives has {@code -} for its limit.
 */
@Component("taskLimits")
public class TaskLimits {

	private static final String NONE = "-";

	private static final int WHOLE = 100;

	private final RepositoryService models;

	private final DecisionService decisions;

	private final IdentityService identities;

	private final Deadlines deadlines;

	private final Clock clock;

	private final Map<String, Row> rows = new ConcurrentHashMap<>();

	TaskLimits(@Lazy RepositoryService models, @Lazy DecisionService decisions, @Lazy IdentityService identities,
			Deadlines deadlines, Clock clock) {
		this.models = models;
		this.decisions = decisions;
		this.identities = identities;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * By when it is to be done, counted from when it was made.
	 * @throws Refusal (409) where the table has no row for it
	 */
	public Date due(DelegateExecution execution) {
		TaskEntity task = task(execution);
		Limit within = row(task).within()
			.orElseThrow(() -> Refusal.conflict("决策表里任务「" + task.getName() + "」的办理时限写的是「-」，请联系管理员更正。"));
		return Date.from(this.deadlines.due(task.getTenantId(), made(task), within).dueAt());
	}

	/** From when on it is shown as nearly due: a part of the time until its due date. */
	public Date reminder(DelegateExecution execution) {
		TaskEntity task = task(execution);
		Row row = row(task);
		Instant made = made(task);
		return Date.from(row.within()
			.map((within) -> this.deadlines.share(task.getTenantId(), made, within, row.remindPercent()))
			.orElseGet(() -> share(made, task.getDueDate().toInstant(), row.remindPercent())));
	}

	private static Instant share(Instant made, Instant due, int percent) {
		return due.isAfter(made) ? made.plus(Duration.between(made, due).multipliedBy(percent).dividedBy(WHOLE)) : made;
	}

	/** The task that this place of the case is at. */
	private static TaskEntity task(DelegateExecution execution) {
		return ((ExecutionEntity) execution).getTasks()
			.stream()
			.filter((task) -> execution.getCurrentActivityId().equals(task.getTaskDefinitionKey()))
			.findFirst()
			.orElseThrow();
	}

	private Instant made(DelegateTask task) {
		return (task.getCreateTime() != null) ? task.getCreateTime().toInstant() : this.clock.instant();
	}

	private Row row(DelegateTask task) {
		return this.rows.computeIfAbsent(task.getProcessDefinitionId() + "/" + task.getName(),
				(unknown) -> EngineLookup.asApplication(this.identities, () -> read(task)));
	}

	private Row read(DelegateTask task) {
		ProcessDefinition process = this.models.getProcessDefinition(task.getProcessDefinitionId());
		String slug = process.getKey().substring(0, process.getKey().indexOf('-'));
		DecisionDefinition table = this.models.createDecisionDefinitionQuery()
			.deploymentId(process.getDeploymentId())
			.decisionDefinitionKey(slug + "-task-limit")
			.singleResult();
		DmnDecisionTableResult found = this.decisions.evaluateDecisionTableById(table.getId(),
				Map.of("task", task.getName()));
		if (found.isEmpty()) {
			throw Refusal.conflict("决策表「" + table.getName() + "」里没有任务「" + task.getName() + "」的时限，请联系管理员补充。");
		}
		Map<String, Object> row = found.getSingleResult().getEntryMap();
		return new Row(
				Optional.of((String) row.get("doWithin")).filter((limit) -> !NONE.equals(limit)).map(Limit::parse),
				((Number) row.get("remindPercent")).intValue());
	}

	private record Row(Optional<Limit> within, int remindPercent) {
	}

}
