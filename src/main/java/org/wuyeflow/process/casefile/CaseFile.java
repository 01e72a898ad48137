package org.wuyeflow.process.casefile;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;
import org.wuyeflow.process.EngineLookup;
import org.wuyeflow.record.CaseDescriber;
import org.wuyeflow.record.CaseSummary;
import org.wuyeflow.record.WorkContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the case a task belongs to, and the offices the reader may choose from. */
@Component
class CaseFile {

	private final TaskService tasks;

	private final RuntimeService instances;

	private final RepositoryService definitions;

	private final HistoryService history;

	private final IdentityService identities;

	private final ObjectProvider<CaseDescriber> describers;

	private final CurrentStaff currentStaff;

	CaseFile(TaskService tasks, RuntimeService instances, RepositoryService definitions, HistoryService history,
			IdentityService identities, ObjectProvider<CaseDescriber> describers, CurrentStaff currentStaff) {
		this.tasks = tasks;
		this.instances = instances;
		this.definitions = definitions;
		this.history = history;
		this.identities = identities;
		this.describers = describers;
		this.currentStaff = currentStaff;
	}

	/** Whether the task belongs to a case that somebody can describe. */
	boolean known(String taskId) {
		return EngineLookup.asApplication(this.identities, () -> task(taskId).flatMap(this::describer).isPresent());
	}

	/** The case of the task as the reader may see it. */
	Optional<CaseSummary> of(String taskId) {
		Staff reader = this.currentStaff.get();
		return EngineLookup.asApplication(this.identities, () -> task(taskId).flatMap((task) -> describer(task)
			.flatMap((describer) -> number(task).flatMap((number) -> describer.describe(number, reader)))));
	}

	/**
	 * The task as somebody has it open, or empty where the reader may not read it, it is
	 * done, or its case has no number yet.
	 */
	Optional<TaskAtHand> taskAtHand(String taskId, Staff reader) {
		return EngineLookup.asPerson(this.identities, reader, () -> task(taskId))
			.flatMap((task) -> EngineLookup.asApplication(this.identities, () -> atHand(task)));
	}

	/** The offices the reader works for (the administrator: all), by id. */
	List<Tenant> offices() {
		Staff reader = this.currentStaff.get();
		return EngineLookup.asApplication(this.identities,
				() -> this.identities.createTenantQuery()
					.orderByTenantId()
					.asc()
					.list()
					.stream()
					.filter((office) -> reader.has(Groups.CAMUNDA_ADMIN) || reader.worksFor(office.getId()))
					.toList());
	}

	private Optional<TaskAtHand> atHand(Task task) {
		HistoricTaskInstance history = this.history.createHistoricTaskInstanceQuery()
			.taskId(task.getId())
			.singleResult();
		String process = this.definitions.getProcessDefinition(task.getProcessDefinitionId()).getKey();
		return number(task).filter((number) -> task.getTenantId() != null)
			.map((number) -> new TaskAtHand(task.getId(), task.getName(), task.getTenantId(), task.getDueDate(),
					new WorkContext(number, process, task.getTaskDefinitionKey(), task.getName(),
							history.getActivityInstanceId())));
	}

	private Optional<Task> task(String taskId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).singleResult());
	}

	private Optional<CaseDescriber> describer(Task task) {
		String process = this.definitions.getProcessDefinition(task.getProcessDefinitionId()).getKey();
		return this.describers.orderedStream()
			.filter((describer) -> describer.processes().contains(process))
			.findFirst();
	}

	private Optional<String> number(Task task) {
		return Optional
			.ofNullable(this.instances.createProcessInstanceQuery()
				.processInstanceId(task.getProcessInstanceId())
				.singleResult())
			.map(ProcessInstance::getBusinessKey);
	}

}
