package org.wuyeflow.mail.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.process.DeadlineTimers;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * The process {@code mail-custody}: its names, and what it needs to know of an item to
 * find its way.
 */
@Component
public class MailCustodyProcess {

	/** The process definition's key. */
	public static final String KEY = "mail-custody";

	/** The message with which an item that was given to the wrong person comes back. */
	public static final String HAND_OVER_UNDONE = "mail.handOverUndone";

	/** The task in which an item waits to be fetched. */
	public static final String HAND_OVER = "UserTask_HandOverMail";

	/** The task in which its owner is told. */
	public static final String TELL = "UserTask_TellOwner";

	/** The task in which it goes back. */
	public static final String RETURN = "UserTask_ReturnMail";

	private static final String CUSTODY = "SubProcess_KeepMail";

	private static final String MONTH_OVER = "BoundaryEvent_MonthOver";

	private static final String NOBODY_CAME = "BoundaryEvent_NobodyCame";

	private static final String NEXT_NOTICE = "IntermediateCatchEvent_NextNotice";

	private final DeadlineTimers timers;

	private final OfficeDirectory offices;

	private final Clock clock;

	MailCustodyProcess(DeadlineTimers timers, OfficeDirectory offices, Clock clock) {
		this.timers = timers;
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
		MailVariables.DAMAGE_OPEN.on(execution, item.damageOpen());
		MailVariables.ADDRESSEE_KNOWN.on(execution, item.addresseeKnown());
		MailVariables.ADDRESSEE_UNCLEAR.on(execution, !item.addresseeKnown());
		if (item.announceAt() != null) {
			time(execution, item);
		}
	}

	private void time(DelegateExecution execution, MailItem item) {
		Date announce = Date.from(item.announceAt());
		Date back = Date.from(item.returnAt());
		boolean moved = differs(execution, MailVariables.ANNOUNCE_AT, announce)
				|| differs(execution, MailVariables.RETURN_AT, back);
		MailVariables.TELL_BY.on(execution, Date.from(item.tellBy()));
		MailVariables.ANNOUNCE_AT.on(execution, announce);
		MailVariables.RETURN_AT.on(execution, back);
		MailVariables.RETURN_WARN_AT.on(execution, Date.from(item.returnWarnAt()));
		MailVariables.RETURN_DUE_AT.on(execution, Date.from(item.returnDueAt()));
		if (moved) {
			this.timers.set(execution, CUSTODY,
					Map.of(MONTH_OVER, Optional.of(announce), NOBODY_CAME, Optional.of(back)));
		}
		if (item.nextNoticeAt() != null) {
			Date notice = Date.from(item.nextNoticeAt());
			MailVariables.NOTICE_AT.on(execution, notice);
			moveNextNotice(execution, notice);
		}
	}

	private static void moveNextNotice(DelegateExecution execution, Date to) {
		ManagementService management = execution.getProcessEngineServices().getManagementService();
		management.createJobQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.activityId(NEXT_NOTICE)
			.list()
			.forEach((timer) -> management.setJobDuedate(timer.getId(), to));
	}

	private static boolean differs(DelegateExecution execution, ProcessVariable<Date> variable, Date now) {
		return variable.find(execution).filter((before) -> !before.equals(now)).isPresent();
	}

	/** The moment that a field names on the office's clock, or null where it is empty. */
	Instant instant(VariableScope scope, ProcessVariable<LocalDateTime> field) {
		return field.find(scope).map((time) -> time.atZone(this.clock.getZone()).toInstant()).orElse(null);
	}

}
