package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.wuyeflow.Refusal;
import org.wuyeflow.complaint.summary.ComplaintSummary.Report;
import org.wuyeflow.notice.NoticeBoard;
import org.wuyeflow.notice.PublicWording;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.RecordBook;
import org.wuyeflow.record.SerialNumbers;
import org.wuyeflow.record.ledger.Ledger;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to the summaries. Each method is one step; who acts and when is taken
 * from {@link CurrentStaff} and the clock. All refuse with a {@link Refusal}.
 */
@Service
@Transactional
public class SummaryService {

	private static final String PREFIX = "TH";

	private final SummaryRepository summaries;

	private final PeriodCases cases;

	private final PeriodLedger periods;

	private final Timetable timetable;

	private final RecordBook book;

	private final SerialNumbers serials;

	private final NoticeBoard board;

	private final PublicWording wording;

	private final Notifications notifications;

	private final OfficeDirectory offices;

	private final Ledger ledger;

	private final CurrentStaff staff;

	private final EntityManager entities;

	private final Clock clock;

	SummaryService(SummaryRepository summaries, PeriodCases cases, PeriodLedger periods, Timetable timetable,
			RecordBook book, SerialNumbers serials, NoticeBoard board, PublicWording wording,
			Notifications notifications, OfficeDirectory offices, Ledger ledger, CurrentStaff staff,
			EntityManager entities, Clock clock) {
		this.summaries = summaries;
		this.cases = cases;
		this.periods = periods;
		this.timetable = timetable;
		this.book = book;
		this.serials = serials;
		this.board = board;
		this.wording = wording;
		this.notifications = notifications;
		this.offices = offices;
		this.ledger = ledger;
		this.staff = staff;
		this.entities = entities;
		this.clock = clock;
	}

	/**
	 * Takes a period for its summary. Clauses CC-5.3, CM-2.3, CS-3.4.
	 * @return the number of the summary, its business key
	 * @throws Refusal (409) where the period has its summary, (400) where it is not over
	 */
	public String open(String office, Period period) {
		return this.periods.take(office, period, () -> this.serials.nextCaseNumber(PREFIX));
	}

	/** The id of the edition of the procedure that an office follows. */
	@Transactional(readOnly = true)
	public String edition(String office) {
		return this.offices.get(office).complaintEdition().id();
	}

	/** The moment by which the summary of a period is due. */
	@Transactional(readOnly = true)
	public Instant dueAt(String office, Period period) {
		return this.timetable.due(office, period).at();
	}

	/**
	 * Counts the period as it stood at its end, and enters it into the register with the
	 * cases behind each figure and with the newest seal of the ledger. Nothing of it
	 * changes afterwards.
	 */
	public ComplaintSummary freeze(String number, String office, Period period) {
		List<SummaryCase> found = this.cases.of(office, period);
		Figures before = Figures.of(this.cases.of(office, period.previous()));
		ComplaintSummary summary = new ComplaintSummary(office, number, period, this.timetable.due(office, period),
				found, before, this.ledger.head().map(Ledger.Head::line).orElse(null));
		this.book.enter(summary);
		found.forEach(this.entities::persist);
		return summary;
	}

	/**
	 * The summary is written. Clauses CC-5.3, CM-2.3, CS-3.4.
	 * @throws Refusal (400) where limits were missed and no cause is given, or where what
	 * shall be published holds personal data
	 */
	public ComplaintSummary prepare(String number, Report report) {
		ComplaintSummary summary = get(number);
		this.wording.check(summary.office(), "向业主说明", report.publicStatement());
		summary.prepared(report, this.staff.get().name(), now());
		return summary;
	}

	/** The summary was read, and is agreed to or goes back. */
	public ComplaintSummary review(String number, ReviewOutcome outcome, String remark) {
		ComplaintSummary summary = get(number);
		summary.reviewed(outcome, remark, this.staff.get().name(), now());
		return summary;
	}

	/** Puts the summary on the public board. Clauses CM-2.3, CS-3.4. */
	public ComplaintSummary publish(String number) {
		ComplaintSummary summary = get(number);
		summary.published(now());
		this.board.publish(PublicSummary.of(summary, this.summaries.cases(summary.id()), today()));
		return summary;
	}

	/**
	 * Sends copies. Clauses CC-5.3, CS-3.4.
	 * @param roles the role ids that get one
	 */
	public ComplaintSummary copy(String number, List<String> roles) {
		ComplaintSummary summary = get(number);
		summary.copied(roles.stream().map(SummaryService::title).collect(Collectors.joining("、")), now());
		roles.forEach((role) -> this.notifications.tell(new Message(number + "/copy", summary.office(), role, false,
				summary.period().label() + "投诉" + summary.period().kind().label() + "已抄送您，请阅知", number, null, null,
				null)));
		return summary;
	}

	/** Files the summary; it is closed. Clauses CC-5.3, CM-2.3. */
	public ComplaintSummary archive(String number) {
		ComplaintSummary summary = get(number);
		summary.archived(now());
		return summary;
	}

	/**
	 * Somebody has read his copy. Clauses CC-5.3, CS-3.4.
	 * @param role the role in which he got it
	 * @param remark what he says to it, or null
	 */
	public ComplaintSummary acknowledge(String number, String role, String remark) {
		ComplaintSummary summary = get(number);
		Staff reader = this.staff.get();
		summary
			.acknowledged(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(this.clock.getZone()).format(now())
					+ " " + reader.name() + "（" + title(role) + "）" + ((remark != null) ? "：" + remark : "阅知"));
		return summary;
	}

	/** The summary with this number. */
	@Transactional(readOnly = true)
	public Optional<ComplaintSummary> find(String number) {
		return this.summaries.findByNumber(number);
	}

	/** The cases behind the figures of a summary, in the order of their registration. */
	@Transactional(readOnly = true)
	public List<SummaryCase> cases(ComplaintSummary summary) {
		return this.summaries.cases(summary.id());
	}

	private ComplaintSummary get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到投诉汇总 " + number + "。"));
	}

	private static String title(String role) {
		return Role.find(role).map(Role::title).orElse(role);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
