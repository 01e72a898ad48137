package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * Those above give an opinion and a limit, or pass the complaint up.
 */
@Component
class DecideDifficultComplaintListener extends ComplaintStepListener {

	DecideDifficultComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		if ("up".equals(ComplaintVariables.AUTHORITY_DECISION.from(task))) {
			return complaints().passUp(number, ComplaintVariables.OPINION.from(task));
		}
		return complaints().advise(number, ComplaintVariables.OPINION.from(task),
				instant(task, ComplaintVariables.LIMIT_AT), ComplaintVariables.DEPARTMENT.find(task).orElse(null),
				ComplaintVariables.COPIED_ROLE.find(task).filter((role) -> !"none".equals(role)).orElse(null));
	}

}
