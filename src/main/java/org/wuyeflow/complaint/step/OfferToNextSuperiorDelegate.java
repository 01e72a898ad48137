package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Rung;
import org.wuyeflow.deadline.Purpose;

import org.springframework.stereotype.Component;

/**
 * The first answer is overdue, and nobody has judged: the next superior may judge too.
 */
@Component
class OfferToNextSuperiorDelegate implements JavaDelegate {

	private final ComplaintService complaints;

	private final TaskService tasks;

	OfferToNextSuperiorDelegate(ComplaintService complaints, TaskService tasks) {
		this.complaints = complaints;
		this.tasks = tasks;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String next = ComplaintVariables.ANSWER_ROLE.from(execution);
		if (this.complaints.takeStep(execution.getProcessBusinessKey(), Purpose.FIRST_ANSWER, Rung.LIMIT, next)) {
			this.tasks.createTaskQuery()
				.processInstanceId(execution.getProcessInstanceId())
				.taskDefinitionKeyIn(ComplaintHandlingProcess.CLASSIFYING, ComplaintHandlingProcess.DIRECTING)
				.list()
				.forEach((task) -> this.tasks.addCandidateGroup(task.getId(), next));
		}
	}

}
