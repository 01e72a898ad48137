package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The unit that sent the complaint is answered.
 */
@Component
class AnswerSenderListener extends ComplaintStepListener {

	AnswerSenderListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().answerSender(number, ComplaintVariables.ANSWER_NUMBER.find(task).orElse(null),
				ComplaintVariables.ANSWER_TEXT.from(task), instant(task, ComplaintVariables.ANSWERED_AT));
	}

}
