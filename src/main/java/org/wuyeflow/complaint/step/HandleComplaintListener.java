package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Telling;
import org.wuyeflow.complaint.TellingWay;
import org.wuyeflow.deadline.PauseCause;

import org.springframework.stereotype.Component;

/**
 * The department writes down its progress and chooses the next step.
 */
@Component
class HandleComplaintListener extends ComplaintStepListener {

	HandleComplaintListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		Complaint complaint = complaints().progress(number, ComplaintVariables.PROGRESS.from(task), telling(task));
		if (ComplaintVariables.CLAIMS_COMPENSATION.find(task).orElse(false)) {
			complaint = complaints().claim(number, ComplaintVariables.COMPENSATION_AMOUNT.find(task).orElse(null));
		}
		return switch (ComplaintVariables.NEXT_STEP.from(task)) {
			case "handOver" -> complaints().handOver(number, ComplaintVariables.DEPARTMENT.from(task));
			case "refer" -> complaints().refer(number);
			case "reclassify" -> complaints().wantReclassification(number);
			case "extend" -> complaints().askExtension(number, instant(task, ComplaintVariables.EXTENSION_UNTIL),
					ComplaintVariables.EXTENSION_REASON.from(task));
			case "pause" ->
				complaints().pause(number, constant(PauseCause.class, ComplaintVariables.PAUSE_CAUSE.from(task)),
						instant(task, ComplaintVariables.PAUSE_UNTIL), ComplaintVariables.PAUSE_REMARK.from(task),
						telling(task));
			case "result" -> complaints().result(number, ComplaintVariables.RESULT.from(task));
			default -> complaint;
		};
	}

	private Telling telling(DelegateTask task) {
		if (!ComplaintVariables.COMPLAINANT_TOLD.find(task).orElse(false)) {
			return null;
		}
		return new Telling(instant(task, ComplaintVariables.TOLD_AT),
				constant(TellingWay.class, ComplaintVariables.TOLD_HOW.from(task)));
	}

}
