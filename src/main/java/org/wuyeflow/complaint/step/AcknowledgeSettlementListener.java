package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;

import org.springframework.stereotype.Component;

/**
 * The superior reads how a complaint was settled on the spot.
 */
@Component
class AcknowledgeSettlementListener extends ComplaintStepListener {

	AcknowledgeSettlementListener(ComplaintService complaints, ComplaintHandlingProcess process) {
		super(complaints, process);
	}

	@Override
	protected Complaint carryOut(String number, DelegateTask task) {
		return complaints().acknowledgeSettlement(number,
				"yes".equals(ComplaintVariables.SETTLEMENT_ACCEPTED.from(task)),
				ComplaintVariables.SETTLEMENT_REMARK.find(task).orElse(null));
	}

}
