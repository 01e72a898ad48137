package org.wuyeflow.complaint.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.process.DeadlineTimers;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * The process {@code complaint-handling}: its names, and what it needs to know of the
 * complaint to find its way.
 */
@Component
public class ComplaintHandlingProcess {

	/** The process definition's key. */
	public static final String KEY = "complaint-handling";

	/** The escalation with which handling ends where the class is wrong. */
	public static final String RECLASSIFICATION_WANTED = "complaint.reclassificationWanted";

	/** The event that reminds the handler. */
	static final String DEADLINE_NEAR = "StartEvent_DeadlineNear";

	/** The event that puts an overdue complaint before the next superior. */
	static final String DEADLINE_PASSED = "StartEvent_DeadlinePassed";

	private static final String HANDLING = "SubProcess_HandleComplaint";

	private final DeadlineTimers timers;

	private final Clock clock;

	ComplaintHandlingProcess(DeadlineTimers timers, Clock clock) {
		this.timers = timers;
		this.clock = clock;
	}

	/**
	 * Writes what gateways, candidates, due dates and timers need of the complaint. Where
	 * its limit has moved, timers and open tasks follow.
	 */
	void route(DelegateExecution execution, Complaint complaint) {
		ComplaintVariables.BUSINESS_NUMBER.on(execution, complaint.number());
		ComplaintVariables.HOUSE.on(execution, (complaint.houseNumber() != null) ? complaint.houseNumber() : "无");
		ComplaintVariables.CLASS_NAME.on(execution,
				(complaint.complaintClass() != null) ? complaint.complaintClass().label().substring(0, 2) : "未判定");
		ComplaintVariables.EDITION.on(execution, complaint.edition().id());
		ComplaintVariables.SOURCE.on(execution, complaint.origin().outside() ? "outside" : "office");
		ComplaintVariables.RECEIVER_ROLE.on(execution, complaint.receiverRole());
		ComplaintVariables.SETTLED_ON_SPOT.on(execution, complaint.settledOnSpot());
		ComplaintVariables.DIFFICULT.on(execution, complaint.difficult());
		ComplaintVariables.VERIFICATION_NEEDED.on(execution, complaint.verificationNeeded());
		if (complaint.complaintClass() != null) {
			ComplaintVariables.COMPLAINT_CLASS.on(execution, complaint.complaintClass().id());
			ComplaintVariables.EFFECT.on(execution, complaint.effect().name().toLowerCase(Locale.ROOT));
			ComplaintVariables.HANDLING_ROLE.on(execution, complaint.handlingRole());
		}
		if (complaint.revisitUntil() != null) {
			ComplaintVariables.REVISIT_UNTIL.on(execution, Date.from(complaint.revisitUntil()));
		}
		if (complaint.dueAt() != null) {
			moveLimit(execution, Date.from(complaint.warnAt()), Date.from(complaint.dueAt()));
		}
		raiseClaim(execution, complaint.claimOpen());
	}

	private void moveLimit(DelegateExecution execution, Date warnAt, Date dueAt) {
		boolean moved = ComplaintVariables.DUE_AT.find(execution).filter((before) -> !before.equals(dueAt)).isPresent();
		ComplaintVariables.WARN_AT.on(execution, warnAt);
		ComplaintVariables.DUE_AT.on(execution, dueAt);
		if (moved) {
			this.timers.move(execution, HANDLING, Map.of(DEADLINE_NEAR, warnAt, DEADLINE_PASSED, dueAt));
		}
	}

	private void raiseClaim(DelegateExecution execution, boolean open) {
		boolean raised = ComplaintVariables.COMPENSATION_CLAIMED.find(execution).isPresent();
		if (open && !raised) {
			ComplaintVariables.COMPENSATION_CLAIMED.on(execution, true);
		}
		else if (raised && !open) {
			execution.removeVariable(ComplaintVariables.COMPENSATION_CLAIMED.name());
		}
	}

	/** The moment that a field names on the office's clock, or null where it is empty. */
	Instant instant(VariableScope scope, ProcessVariable<LocalDateTime> field) {
		return field.find(scope).map((time) -> time.atZone(this.clock.getZone()).toInstant()).orElse(null);
	}

}
