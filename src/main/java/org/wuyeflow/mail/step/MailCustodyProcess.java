package org.wuyeflow.mail.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.MailStatus;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.process.DeadlineGlue;
import org.wuyeflow.process.DeadlineTimers;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * The process {@code mail-custody}: its names, and what it needs to know of an item to
 * find its way.
 */
@Component
public class MailCustodyProcess implements DeadlineGlue {

	/** The process definition's key. */
	public static final String KEY = "mail-custody";

	/** The message with which an item that was given to the wrong person comes back. */
	public static final String HAND_OVER_UNDONE = "mail.handOverUndone";

	/** The task in which an item waits to be fetched. */
	public static final String HAND_OVER = "UserTask_HandOverMail";

	/** The task in which a damage is looked at with the courier. */
	public static final String DAMAGE = "UserTask_ReportDamage";

	/** The task in which its owner is told. */
	public static final String TELL = "UserTask_TellOwner";

	/** The task in which it goes back. */
	public static final String RETURN = "UserTask_ReturnMail";

	/** The task in which the superior acts on what should be back. */
	static final String SUPERVISE = "UserTask_SuperviseReturn";

	/** The task in which its addressee is looked for once more. */
	public static final String CHECK = "UserTask_CheckAddressee";

	private static final String CUSTODY = "SubProcess_KeepMail";

	private static final String RETURNING = "SubProcess_ReturnMail";

	private static final String NEXT_NOTICE = "IntermediateCatchEvent_NextNotice";

	private final DeadlineTimers timers;

	private final MailCustodyService mail;

	private final CaseDeadlines deadlines;

	private final Deadlines counting;

	private final OfficeDirectory offices;

	private final Clock clock;

	MailCustodyProcess(DeadlineTimers timers, MailCustodyService mail, CaseDeadlines deadlines, Deadlines counting,
			OfficeDirectory offices, Clock clock) {
		this.timers = timers;
		this.mail = mail;
		this.deadlines = deadlines;
		this.counting = counting;
		this.offices = offices;
		this.clock = clock;
	}

	/** Writes what gateways, candidates and timers need to know of the item by now. */
	void route(DelegateExecution execution, MailItem item) {
		MailVariables.BUSINESS_NUMBER.on(execution, item.caseNumber());
		MailVariables.CLASS_NAME.on(execution, item.kind().label());
		if (item.houseNumber() != null) {
			MailVariables.HOUSE.on(execution, item.houseNumber());
		}
		MailVariables.OFFICE_ID.on(execution, item.office());
		MailVariables.OFFICE_KIND.on(execution, this.offices.get(item.office()).kind().name().toLowerCase(Locale.ROOT));
		MailVariables.MAIL_KIND.on(execution, item.kind().name().toLowerCase(Locale.ROOT));
		MailVariables.PERISHABLE.on(execution, item.perishable());
		MailVariables.DAMAGE_OPEN.on(execution, item.status() == MailStatus.DAMAGED);
		MailVariables.IN_CUSTODY.on(execution, item.inCustody());
		MailVariables.ADDRESSEE_UNCLEAR.on(execution, item.status() == MailStatus.TO_CHECK);
		if (item.clock() != null) {
			follow(execution, item);
		}
		if (item.telling().nextAt() != null) {
			Date notice = Date.from(item.telling().nextAt());
			MailVariables.NOTICE_AT.on(execution, notice);
			moveNextNotice(execution, notice);
		}
	}

	@Override
	public Set<String> processes() {
		return Set.of(KEY);
	}

	/**
	 * Timers and due dates follow the deadlines. Until it is announced nothing goes back
	 * unclaimed, however late the timers come.
	 */
	@Override
	public void follow(DelegateExecution execution, String caseNumber) {
		this.mail.find(caseNumber).ifPresent((item) -> follow(execution, item));
	}

	private void follow(DelegateExecution execution, MailItem item) {
		Map<Purpose, CaseDeadline> last = new EnumMap<>(Purpose.class);
		this.deadlines.of(item.caseNumber()).forEach((deadline) -> last.put(deadline.purpose(), deadline));
		CaseDeadline telling = last.get(Purpose.NOTICE);
		if (telling != null) {
			MailVariables.TELL_BY.on(execution, Date.from(telling.dueAt()));
		}
		CaseDeadline fetch = last.get(Purpose.PICK_UP);
		if (fetch != null) {
			Optional<CaseDeadline> claim = Optional.ofNullable(last.get(Purpose.CLAIM)).filter(CaseDeadline::open);
			MailVariables.ANNOUNCE_AT.on(execution, Date.from(fetch.dueAt()));
			MailVariables.RETURN_AT.on(execution, Date.from(claim.map(CaseDeadline::dueAt)
				.orElseGet(() -> this.counting.due(item.office(), fetch.dueAt(), item.clock().claimWithin()).dueAt())));
			this.timers.set(execution, CUSTODY, Map.of("StartEvent_MonthOver", live(fetch, true),
					"BoundaryEvent_NobodyCame", claim.flatMap((open) -> live(open, true))));
		}
		CaseDeadline back = last.get(Purpose.POST_RETURN);
		if (back != null) {
			MailVariables.RETURN_WARN_AT.on(execution, Date.from(back.ladder().steps().get(0).at()));
			MailVariables.RETURN_DUE_AT.on(execution, Date.from(back.dueAt()));
			this.timers.set(execution, RETURNING,
					Map.of("StartEvent_ReturnNear", live(back, false), "StartEvent_ReturnOverdue", live(back, true)));
		}
		this.timers.refreshTasks(execution);
	}

	private static Optional<Date> live(CaseDeadline deadline, boolean over) {
		return deadline.live()
			.stream()
			.filter((step) -> step.percent() >= LadderStep.AT_END == over)
			.map((step) -> Date.from(step.at()))
			.findFirst();
	}

	private static void moveNextNotice(DelegateExecution execution, Date to) {
		ManagementService management = execution.getProcessEngineServices().getManagementService();
		management.createJobQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.activityId(NEXT_NOTICE)
			.list()
			.forEach((timer) -> management.setJobDuedate(timer.getId(), to));
	}

	/** The moment that a field names on the office's clock, or null where it is empty. */
	Instant instant(VariableScope scope, ProcessVariable<LocalDateTime> field) {
		return field.find(scope).map((time) -> time.atZone(this.clock.getZone()).toInstant()).orElse(null);
	}

}
