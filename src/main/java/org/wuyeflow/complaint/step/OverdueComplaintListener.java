package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The next superior gets a message with the task that an overdue complaint puts before
 * him. It hears of the task from the engine; the model shows the procedure only.
 */
@Component
class OverdueComplaintListener {

	private final ComplaintService complaints;

	OverdueComplaintListener(ComplaintService complaints) {
		this.complaints = complaints;
	}

	@EventListener(condition = "#task.eventName == 'create' "
			+ "and #task.taskDefinitionKey == 'UserTask_SuperviseOverdueComplaint'")
	void notify(DelegateTask task) {
		this.complaints.overdue(task.getExecution().getProcessBusinessKey(),
				ComplaintVariables.ESCALATION_ROLE.from(task));
	}

}
