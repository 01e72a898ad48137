package org.wuyeflow.complaint.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.complaint.summary.Period;
import org.wuyeflow.complaint.summary.PeriodKind;
import org.wuyeflow.complaint.summary.PeriodLedger;
import org.wuyeflow.complaint.summary.SummaryService;
import org.wuyeflow.complaint.summary.Timetable;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The processes {@code complaint-weekly-summary} and {@code complaint-monthly-summary}:
 * their names, what they need to find their way, and the start of those that are due.
 */
@Component
public class ComplaintSummaryProcess {

	/** The process that sums up a week. */
	public static final String WEEKLY = "complaint-weekly-summary";

	/** The process that sums up a month. */
	public static final String MONTHLY = "complaint-monthly-summary";

	/** The table that says for which edition which summary is made, and by whom. */
	static final String DUTIES = "complaint-summary";

	/** What the table says where nobody gets a copy. */
	static final String NOBODY = "none";

	private static final Logger logger = LoggerFactory.getLogger(ComplaintSummaryProcess.class);

	private static final Duration WARNING = Duration.ofHours(3);

	private final SummaryService summaries;

	private final PeriodLedger ledger;

	private final Timetable timetable;

	private final OfficeDirectory offices;

	private final RuntimeService instances;

	private final DecisionService decisions;

	private final Clock clock;

	ComplaintSummaryProcess(SummaryService summaries, PeriodLedger ledger, Timetable timetable, OfficeDirectory offices,
			RuntimeService instances, DecisionService decisions, Clock clock) {
		this.summaries = summaries;
		this.ledger = ledger;
		this.timetable = timetable;
		this.offices = offices;
		this.instances = instances;
		this.decisions = decisions;
		this.clock = clock;
	}

	/**
	 * Starts the summaries that should have been started by now, of all offices, the
	 * earliest period first. What another node starts in the same moment is left to it.
	 */
	public void startDue() {
		for (Office office : this.offices.all()) {
			for (PeriodKind kind : PeriodKind.values()) {
				if (prescribed(office, kind)) {
					this.ledger.expected(office.id(), kind)
						.stream()
						.filter((period) -> !this.timetable.begins(office.id(), period).isAfter(this.clock.instant()))
						.forEach((period) -> start(office.id(), period));
				}
			}
		}
	}

	private boolean prescribed(Office office, PeriodKind kind) {
		return !this.decisions
			.evaluateDecisionTableByKey(DUTIES, Map.of(ComplaintVariables.EDITION.name(),
					office.complaintEdition().id(), ComplaintVariables.PERIOD.name(), kind.id()))
			.isEmpty();
	}

	private void start(String office, Period period) {
		try {
			this.instances.startProcessInstanceByKey((period.kind() == PeriodKind.WEEK) ? WEEKLY : MONTHLY,
					Variables.createVariables()
						.putValueTyped(ComplaintVariables.OFFICE.name(), Variables.stringValue(office, true))
						.putValueTyped(ComplaintVariables.SUMMARY_DAY.name(),
								Variables.stringValue(period.first().toString(), true)));
		}
		catch (RuntimeException ex) {
			if (!this.ledger.taken(office, period)) {
				logger.warn("The {} summary of {} from {} could not be started and is tried again: {}",
						period.kind().id(), office, period.first(), ex.getClass().getSimpleName());
			}
		}
	}

	/** Takes the period that the start names, and writes what the model needs of it. */
	void open(DelegateExecution execution) {
		PeriodKind kind = key(execution).equals(WEEKLY) ? PeriodKind.WEEK : PeriodKind.MONTH;
		LocalDate day = ComplaintVariables.SUMMARY_DAY.from(execution);
		Period period = Period.of(kind, day);
		String office = execution.getTenantId();
		String number = this.summaries.open(office, period);
		execution.setProcessBusinessKey(number);
		Instant dueAt = this.summaries.dueAt(office, period);
		ComplaintVariables.BUSINESS_NUMBER.on(execution, number);
		ComplaintVariables.HOUSE.on(execution, "无");
		ComplaintVariables.CLASS_NAME.on(execution, period.label());
		ComplaintVariables.EDITION.on(execution, this.summaries.edition(office));
		ComplaintVariables.PERIOD.on(execution, kind.id());
		ComplaintVariables.PERIOD_FIRST.on(execution, period.first());
		ComplaintVariables.DUE_AT.on(execution, Date.from(dueAt));
		ComplaintVariables.WARN_AT.on(execution, Date.from(dueAt.minus(WARNING)));
	}

	/** The period of a running instance. */
	static Period period(DelegateExecution execution) {
		return new Period(key(execution).equals(WEEKLY) ? PeriodKind.WEEK : PeriodKind.MONTH,
				ComplaintVariables.PERIOD_FIRST.from(execution));
	}

	/** The roles that get a copy. */
	static List<String> copies(DelegateExecution execution) {
		return List.of(ComplaintVariables.COPIED_TO.from(execution), ComplaintVariables.COPY_KEPT_BY.from(execution))
			.stream()
			.filter((role) -> !role.equals(NOBODY))
			.toList();
	}

	private static String key(DelegateExecution execution) {
		return execution.getProcessEngineServices()
			.getRepositoryService()
			.getProcessDefinition(execution.getProcessDefinitionId())
			.getKey();
	}

	/** Looks every half minute, where this node executes jobs at all. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
	static class Watch {

		private final ComplaintSummaryProcess process;

		Watch(ComplaintSummaryProcess process) {
			this.process = process;
		}

		@Scheduled(fixedDelay = 30_000)
		void startDue() {
			this.process.startDue();
		}

	}

}
