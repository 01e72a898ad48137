package org.wuyeflow.complaint.step;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.process.ProcessVariable;

/**
 * A task of the complaint that is being completed: what its form submitted goes to the
 * complaint, and what the model needs of the complaint comes back.
 */
abstract class ComplaintStepListener implements TaskListener {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	ComplaintStepListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@Override
	public final void notify(DelegateTask task) {
		Complaint complaint = carryOut(task.getExecution().getProcessBusinessKey(), task);
		this.process.route(task.getExecution(), complaint);
	}

	/** Makes the one service call of this step. */
	protected abstract Complaint carryOut(String number, DelegateTask task);

	final ComplaintService complaints() {
		return this.complaints;
	}

	/** The moment that a field names, or null where it was left empty. */
	final Instant instant(DelegateTask task, ProcessVariable<LocalDateTime> field) {
		return this.process.instant(task, field);
	}

	/** The constant that a choice stands for. */
	static <E extends Enum<E>> E constant(Class<E> type, String choice) {
		return Enum.valueOf(type, choice.toUpperCase(Locale.ROOT));
	}

}
