package org.wuyeflow.complaint.step;

import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.complaint.Channel;
import org.wuyeflow.complaint.Complainant;
import org.wuyeflow.complaint.ComplainantKind;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Intake;
import org.wuyeflow.complaint.Origin;

import org.springframework.stereotype.Component;

/**
 * A complaint that was received is written down, and its number becomes the business key.
 */
@Component
class RegisterComplaintDelegate implements JavaDelegate {

	private final ComplaintService complaints;

	private final ComplaintHandlingProcess process;

	RegisterComplaintDelegate(ComplaintService complaints, ComplaintHandlingProcess process) {
		this.complaints = complaints;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Complaint complaint = this.complaints.register(intake(execution));
		execution.setProcessBusinessKey(complaint.number());
		this.process.route(execution, complaint);
	}

	private Intake intake(DelegateExecution form) {
		Complainant complainant = new Complainant(
				ComplainantKind.valueOf(upper(ComplaintVariables.COMPLAINANT_KIND.from(form))),
				ComplaintVariables.COMPLAINANT_NAME.find(form).orElse(null),
				ComplaintVariables.COMPLAINANT_PHONE.find(form).orElse(null));
		return new Intake(form.getTenantId(), Origin.valueOf(upper(ComplaintVariables.ORIGIN.from(form))),
				Channel.valueOf(upper(ComplaintVariables.CHANNEL.from(form))),
				ComplaintVariables.SENDER_NAME.find(form).orElse(null),
				ComplaintVariables.DOCUMENT_NUMBER.find(form).orElse(null), complainant,
				ComplaintVariables.HOUSE_NUMBER.find(form).orElse(null), ComplaintVariables.SUBJECT.from(form),
				ComplaintVariables.CONTENT.from(form), this.process.instant(form, ComplaintVariables.RECEIVED_AT),
				ComplaintVariables.APOLOGISED.find(form).orElse(false),
				ComplaintVariables.CLAIMS_COMPENSATION.find(form).orElse(false),
				ComplaintVariables.COMPENSATION_AMOUNT.find(form).orElse(null), settlement(form));
	}

	private static String settlement(DelegateExecution form) {
		return ComplaintVariables.SETTLED_AT_ONCE.find(form).orElse(false) ? ComplaintVariables.SETTLEMENT.from(form)
				: null;
	}

	private static String upper(String choice) {
		return choice.toUpperCase(Locale.ROOT);
	}

}
