package org.wuyeflow.complaint.step;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.RecordRule;
import org.wuyeflow.process.DecisionResultListener;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * Opens the record that the table asks for. {@code department} in the table is whichever
 * role handles the complaint.
 */
@Component
class RouteComplaintListener implements ExecutionListener {

	private static final String DEPARTMENT = "department";

	private static final String NOBODY = "none";

	private final ComplaintService complaints;

	private final DecisionResultListener result;

	RouteComplaintListener(ComplaintService complaints, DecisionResultListener result) {
		this.complaints = complaints;
		this.result = result;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.result.notify(execution);
		resolve(execution, ComplaintVariables.RECORDER_ROLE);
		resolve(execution, ComplaintVariables.COPY_HOLDER_ROLE);
		this.complaints.openRecord(execution.getProcessBusinessKey(),
				new RecordRule(ComplaintVariables.RECORD_FORM.from(execution),
						ComplaintVariables.ORIGINAL_HOLDER_ROLE.from(execution),
						somebody(execution, ComplaintVariables.COPY_HOLDER_ROLE).orElse(null),
						somebody(execution, ComplaintVariables.COPIED_TO).orElse(null)));
	}

	private static void resolve(DelegateExecution execution, ProcessVariable<String> role) {
		if (DEPARTMENT.equals(role.from(execution))) {
			role.on(execution, ComplaintVariables.HANDLING_ROLE.from(execution));
		}
	}

	private static Optional<String> somebody(DelegateExecution execution, ProcessVariable<String> role) {
		return role.find(execution).filter((id) -> !NOBODY.equals(id));
	}

}
