package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Rung;
import org.wuyeflow.deadline.Purpose;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears from the engine of the tasks that a ladder makes and of the one it waits at; the
 * model shows the procedure only. Who must act is told, the step is written down.
 */
@Component
class LadderTaskListener {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	LadderTaskListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@EventListener(condition = "#task.eventName == 'create'")
	void notify(DelegateTask task) {
		switch (task.getTaskDefinitionKey()) {
			case "UserTask_SuperviseFirstAnswer" -> take(task, Purpose.FIRST_ANSWER, Rung.LIMIT);
			case "UserTask_SuperviseOverdueComplaint" -> take(task, Purpose.RESULT, Rung.LIMIT);
			case "UserTask_SuperviseLongOverdueComplaint" -> take(task, Purpose.RESULT, Rung.BEYOND);
			case ComplaintHandlingProcess.CLASSIFYING, ComplaintHandlingProcess.DIRECTING ->
				this.process.follow(task.getExecution(), task.getExecution().getProcessBusinessKey());
			default -> {
			}
		}
	}

	private void take(DelegateTask task, Purpose purpose, Rung rung) {
		this.complaints.takeStep(task.getExecution().getProcessBusinessKey(), purpose, rung,
				ComplaintVariables.HANDLING_ROLE.from(task));
	}

}
