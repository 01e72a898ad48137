package org.wuyeflow.complaint.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Rung;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.process.DeadlineGlue;
import org.wuyeflow.process.DeadlineTimers;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * The process {@code complaint-handling}: its names, and what it needs to know of the
 * complaint to find its way.
 */
@Component
public class ComplaintHandlingProcess implements DeadlineGlue {

	/** The process definition's key. */
	public static final String KEY = "complaint-handling";

	/** The escalation with which handling ends where the class is wrong. */
	public static final String RECLASSIFICATION_WANTED = "complaint.reclassificationWanted";

	private static final String HANDLING = "SubProcess_HandleComplaint";

	/** The task in which the superior judges. */
	static final String CLASSIFYING = "UserTask_ClassifyComplaint";

	/** The task in which the company says who handles a complaint from outside. */
	static final String DIRECTING = "UserTask_DirectOutsideComplaint";

	private static final String UNJUDGED = "none";

	private final DeadlineTimers timers;

	private final ComplaintService complaints;

	private final Clock clock;

	ComplaintHandlingProcess(DeadlineTimers timers, ComplaintService complaints, Clock clock) {
		this.timers = timers;
		this.complaints = complaints;
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
		ComplaintVariables.COMPLAINT_CLASS.on(execution,
				(complaint.complaintClass() != null) ? complaint.complaintClass().id() : UNJUDGED);
		if (complaint.complaintClass() != null) {
			ComplaintVariables.EFFECT.on(execution, complaint.effect().name().toLowerCase(Locale.ROOT));
			ComplaintVariables.HANDLING_ROLE.on(execution, complaint.handlingRole());
		}
		if (complaint.revisitUntil() != null) {
			ComplaintVariables.REVISIT_UNTIL.on(execution, Date.from(complaint.revisitUntil()));
		}
		follow(execution, complaint);
		raiseClaim(execution, complaint.claimOpen());
	}

	@Override
	public Set<String> processes() {
		return Set.of(KEY);
	}

	/**
	 * Timers, due and follow-up dates follow the deadlines, each step of a ladder with
	 * one timer or none.
	 */
	@Override
	public void follow(DelegateExecution execution, String caseNumber) {
		this.complaints.find(caseNumber).ifPresent((complaint) -> follow(execution, complaint));
	}

	private void follow(DelegateExecution execution, Complaint complaint) {
		CaseDeadline answer = complaint.answerDeadline();
		if (answer == null) {
			return;
		}
		dates(execution, answer, ComplaintVariables.ANSWER_WARN_AT, ComplaintVariables.ANSWER_DUE_AT);
		ComplaintVariables.ANSWER_ROLE.on(execution, role(answer, Rung.LIMIT));
		CaseDeadline result = complaint.resultDeadline();
		if (result != null) {
			dates(execution, result, ComplaintVariables.WARN_AT, ComplaintVariables.DUE_AT);
			step(result, Rung.BEYOND)
				.ifPresent((step) -> ComplaintVariables.SECOND_AT.on(execution, Date.from(step.at())));
			result.pausedUntil().ifPresent((until) -> ComplaintVariables.PAUSED_UNTIL.on(execution, Date.from(until)));
			this.timers.set(execution, HANDLING,
					Map.of("StartEvent_AnswerNear", live(answer, Rung.WARNING), "StartEvent_AnswerPassed",
							live(answer, Rung.LIMIT), "StartEvent_DeadlineNear", live(result, Rung.WARNING),
							"StartEvent_DeadlinePassed", live(result, Rung.LIMIT), "StartEvent_DeadlineLongPassed",
							live(result, Rung.BEYOND)));
		}
		this.timers.set(execution, CLASSIFYING, Map.of("BoundaryEvent_AnswerNear", live(answer, Rung.WARNING),
				"BoundaryEvent_AnswerPassed", live(answer, Rung.LIMIT)));
		this.timers.set(execution, DIRECTING, Map.of("BoundaryEvent_DirectionNear", live(answer, Rung.WARNING),
				"BoundaryEvent_DirectionPassed", live(answer, Rung.LIMIT)));
		dates(execution, complaint.nextDeadline().orElse(answer), ComplaintVariables.JUDGE_WARN_AT,
				ComplaintVariables.JUDGE_BY);
		this.timers.refreshTasks(execution);
	}

	private static void dates(DelegateExecution execution, CaseDeadline deadline, ProcessVariable<Date> warnAt,
			ProcessVariable<Date> dueAt) {
		Instant warning = step(deadline, Rung.WARNING).map(LadderStep::at).orElse(deadline.dueAt());
		warnAt.on(execution, Date.from(warning));
		dueAt.on(execution, Date.from(deadline.dueAt()));
	}

	private static Optional<LadderStep> step(CaseDeadline deadline, Rung rung) {
		return deadline.ladder().steps().stream().filter((step) -> rung.at(step.percent())).findFirst();
	}

	private static Optional<Date> live(CaseDeadline deadline, Rung rung) {
		return deadline.live()
			.stream()
			.filter((step) -> rung.at(step.percent()))
			.map((step) -> Date.from(step.at()))
			.findFirst();
	}

	private static String role(CaseDeadline deadline, Rung rung) {
		return step(deadline, rung).map(LadderStep::role)
			.orElseThrow(() -> new IllegalStateException("Nobody is named for " + rung));
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
