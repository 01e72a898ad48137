package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.TimeOrderedId;

/**
 * One promise of one case: by when something shall be done, who is told or must act on
 * the way, and whether it was kept. Its due time follows from the table's limit, from the
 * date that a person named, and from its pauses, never from the order in which they came:
 * what is taken back leaves nothing behind. Each move gives the line of the ledger that
 * tells of it, or nothing where nothing changed.
 */
@Entity
public class CaseDeadline implements Audited {

	private static final int WHOLE = 100;

	private static final int FARTHEST_DAYS = 366;

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false, length = 32)
	private String caseNumber;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Purpose purpose;

	@Column(nullable = false)
	private int roundNumber;

	@FormField("时限状态")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "deadline_state", nullable = false, length = 20)
	private DeadlineState state;

	@Column(nullable = false)
	private Instant startedAt;

	@Column(length = 20)
	private String tableLimit;

	private Instant namedFrom;

	private Long namedMillis;

	@Column(length = 100)
	private String namedBy;

	@Column(nullable = false)
	private boolean tableReplaced;

	@Column(nullable = false, length = 10000)
	private String pauses;

	@Column(nullable = false, length = 2000)
	private String ladder;

	@FormField(value = "时限", listed = true)
	@Column(nullable = false)
	private Instant dueAt;

	@FormField("时限的计算")
	@Column(nullable = false, length = 10000)
	private String explanation;

	private Instant lateSince;

	@FormField("按时")
	private Boolean kept;

	private Instant decidedAt;

	private Long usedSeconds;

	@Column(nullable = false)
	private int entryCount;

	protected CaseDeadline() {
	}

	private CaseDeadline(Promise promise, Instant start, Ladder ladder) {
		this.id = TimeOrderedId.next();
		this.office = promise.office();
		this.caseNumber = promise.caseNumber();
		this.purpose = promise.purpose();
		this.roundNumber = promise.round();
		this.state = DeadlineState.RUNNING;
		this.startedAt = start;
		this.pauses = "";
		this.ladder = ladder.stored();
	}

	/** A deadline by the table. */
	static CaseDeadline set(Promise promise, Instant start, Limit limit, Ladder ladder, Deadlines deadlines,
			Instant now) {
		CaseDeadline deadline = new CaseDeadline(promise, start, ladder);
		deadline.tableLimit = limit.toString();
		deadline.count(deadlines, now);
		return deadline;
	}

	/** A deadline that a person sets before the table does. */
	static CaseDeadline named(Promise promise, Instant start, Instant until, Ladder ladder, String whose,
			Deadlines deadlines, Instant now) {
		CaseDeadline deadline = new CaseDeadline(promise, start, ladder);
		deadline.name(until, true, whose, now);
		deadline.count(deadlines, now);
		return deadline;
	}

	/** The same promise once more, for a case that is taken up again. */
	CaseDeadline again(Promise promise, Instant start, Deadlines deadlines, Instant now) {
		return set(promise, start, limit(), ladder().fresh(), deadlines, now);
	}

	/** The first line of its ledger. */
	DeadlineEntry opened(Deadlines deadlines, Staff by, Instant now) {
		return this.tableReplaced
				? entry(LedgerKind.NAMED, null, "由" + this.namedBy + "设定为 " + deadlines.shown(this.dueAt), null, null,
						by, now)
				: entry(LedgerKind.SET, null, this.tableLimit + "，到 " + deadlines.shown(this.dueAt) + " 止", null, null,
						by, now);
	}

	/**
	 * The table says something else now. It counts from where it always counted, and what
	 * was used and paused stays used and paused. What a person has set stays; what a
	 * person has extended stays where it is longer.
	 */
	Optional<DeadlineEntry> recompute(Limit limit, Ladder steps, Deadlines deadlines, Staff by, Instant now) {
		boolean dropped = this.state == DeadlineState.DROPPED;
		if (dropped) {
			this.state = DeadlineState.RUNNING;
		}
		requireOpen();
		Instant before = this.dueAt;
		String limitBefore = this.tableLimit;
		this.tableLimit = limit.toString();
		this.ladder = steps.inPlaceOf(ladder()).stored();
		count(deadlines, now);
		if (!dropped && this.tableLimit.equals(limitBefore) && before.equals(this.dueAt)) {
			return Optional.empty();
		}
		String text = (dropped ? "恢复计时，" : "")
				+ (before.equals(this.dueAt) ? "表里的时限是" + limit + "，仍到 " + deadlines.shown(this.dueAt) + " 止"
						: "按" + limit + "重新计算，" + moved(before, deadlines));
		return Optional.of(entry(LedgerKind.RECOMPUTED, before, text, null, null, by, now));
	}

	/** The calendar or the office's hours have changed. */
	Optional<DeadlineEntry> recount(String why, Deadlines deadlines, Staff by, Instant now) {
		Instant before = this.dueAt;
		count(deadlines, now);
		return before.equals(this.dueAt) ? Optional.empty()
				: Optional.of(entry(LedgerKind.RECOMPUTED, before, moved(before, deadlines), why, null, by, now));
	}

	/**
	 * A person with the right to do so says until when. Clauses CC-5.1.3, CS-3.1.3.
	 */
	DeadlineEntry setUntil(Instant until, String whose, Deadlines deadlines, Staff by, Instant now) {
		requireRunning("改期");
		Instant before = this.dueAt;
		name(until, true, whose, now);
		count(deadlines, now);
		return entry(LedgerKind.NAMED, before, "由" + whose + "设定，" + moved(before, deadlines), null, null, by, now);
	}

	/** A later date was asked for and approved. */
	DeadlineEntry extend(Instant until, String reason, Deadlines deadlines, Staff by, Instant now) {
		requireRunning("延期");
		refuseNoLater(until, deadlines, now);
		Instant before = this.dueAt;
		name(until, false, by.name(), now);
		count(deadlines, now);
		return entry(LedgerKind.EXTENDED, before, "经" + by.name() + "批准延期，" + moved(before, deadlines), reason, null,
				by, now);
	}

	/**
	 * Refuses a date to which the deadline cannot be extended.
	 */
	void refuseNoLater(Instant until, Deadlines deadlines, Instant now) {
		requireRunning("延期");
		if (!until.isAfter(this.dueAt)) {
			throw new Refusal("延期后的时限必须晚于现在的时限 " + deadlines.shown(this.dueAt) + "。");
		}
		refuseAbsurd(until, now);
	}

	private void name(Instant until, boolean replaces, String whose, Instant now) {
		refuseAbsurd(until, now);
		if (this.dueAt != null && now.isAfter(this.dueAt) && this.lateSince == null) {
			this.lateSince = this.dueAt;
		}
		this.tableReplaced |= replaces;
		this.namedFrom = (replaces || this.namedFrom == null) ? (replaces ? now : this.startedAt) : this.namedFrom;
		this.namedMillis = Deadlines.elapsed(running().from(this.namedFrom), until).toMillis();
		this.namedBy = whose;
	}

	private void refuseAbsurd(Instant until, Instant now) {
		if (!until.isAfter(now)) {
			throw new Refusal("时限必须晚于现在。");
		}
		if (!this.purpose.mayTakeYears()) {
			refuseFar("时限", until, now);
		}
	}

	private static void refuseFar(String what, Instant until, Instant now) {
		if (until.isAfter(now.plus(Duration.ofDays(FARTHEST_DAYS)))) {
			throw new Refusal(what + "不能超过一年以后，请检查填写的年份。");
		}
	}

	/**
	 * It stops until this date, which wakes it; for a stated cause only.
	 */
	DeadlineEntry pause(PauseCause cause, Instant until, String remark, Told told, Deadlines deadlines, Staff by,
			Instant now) {
		requireRunning("暂停");
		if (!until.isAfter(now)) {
			throw new Refusal("暂停到什么时候必须晚于现在。");
		}
		refuseFar("暂停", until, now);
		if (now.isAfter(this.dueAt)) {
			throw Refusal.conflict("已超过时限 " + deadlines.shown(this.dueAt) + "，不能暂停；需要更多时间请申请延期。");
		}
		Instant before = this.dueAt;
		List<Pause> longer = new ArrayList<>(pauses());
		longer.add(new Pause(now, until, cause));
		keep(longer);
		this.state = DeadlineState.PAUSED;
		count(deadlines, now);
		return entry(LedgerKind.PAUSED, before,
				cause.label() + "，暂停到 " + deadlines.shown(until) + "，" + moved(before, deadlines), remark, told, by,
				now);
	}

	/**
	 * It runs on: now where a person ends the pause early, from the planned date on where
	 * that has come.
	 */
	DeadlineEntry resume(Deadlines deadlines, Staff by, Instant now) {
		if (this.state != DeadlineState.PAUSED) {
			throw Refusal.conflict("时限没有暂停，现在是「" + this.state.label() + "」；请刷新后再看。");
		}
		Instant before = this.dueAt;
		Pause last = lastPause();
		boolean early = now.isBefore(last.until());
		keep(running().at(now).pauses());
		this.state = DeadlineState.RUNNING;
		count(deadlines, now);
		return entry(LedgerKind.RESUMED, before,
				(early ? "提前恢复计时，" : "暂停期满，从 " + deadlines.shown(last.until()) + " 起恢复计时，") + moved(before, deadlines),
				null, null, by, now);
	}

	/**
	 * It was done at this moment. Whether that was in time is decided now, and for good:
	 * what was late once stays late.
	 */
	Optional<DeadlineEntry> decide(Instant at, Deadlines deadlines, Staff by, Instant now) {
		if (!open()) {
			return Optional.empty();
		}
		Instant before = this.dueAt;
		keep(running().at(at).pauses());
		count(deadlines, now);
		this.state = DeadlineState.DECIDED;
		boolean late = Boolean.FALSE.equals(this.kept) || this.lateSince != null || at.isAfter(this.dueAt);
		this.kept = !late;
		this.decidedAt = at;
		this.usedSeconds = used(deadlines, at).toSeconds();
		String time = "用时" + WorkingCount.shown(this.usedSeconds / 60) + (byWorkingTime() ? "（办公时间）" : "") + "，时限 "
				+ deadlines.shown(this.dueAt);
		return Optional.of(entry(late ? LedgerKind.MISSED : LedgerKind.KEPT, before, (late ? "超时，" : "按时，") + time,
				null, null, by, now));
	}

	/**
	 * What was done turned out not to be done, and the time runs on as if it had never
	 * stopped. A verdict of late stays.
	 */
	DeadlineEntry withdraw(String why, Deadlines deadlines, Staff by, Instant now) {
		if (this.state != DeadlineState.DECIDED) {
			throw Refusal.conflict("时限还没有结论，现在是「" + this.state.label() + "」；请刷新后再看。");
		}
		this.state = DeadlineState.RUNNING;
		boolean late = !this.kept;
		this.kept = late ? Boolean.FALSE : null;
		this.decidedAt = null;
		this.usedSeconds = null;
		count(deadlines, now);
		return entry(LedgerKind.WITHDRAWN, this.dueAt,
				why + "，继续计时，到 " + deadlines.shown(this.dueAt) + " 止" + (late ? "；已记的超时不变" : ""), null, null, by, now);
	}

	/** The case ends without what was promised; there is no verdict. */
	Optional<DeadlineEntry> drop(String why, Staff by, Instant now) {
		if (!open()) {
			return Optional.empty();
		}
		this.state = DeadlineState.DROPPED;
		return Optional.of(entry(LedgerKind.DROPPED, this.dueAt, why + "，停止计时", null, null, by, now));
	}

	/** Whom it was promised to was told of it. */
	DeadlineEntry told(Told told, Staff by, Instant now) {
		return entry(LedgerKind.TOLD, this.dueAt, "已告知对方", null, told, by, now);
	}

	/**
	 * A step of the ladder is taken, once for the moment at which it is due.
	 * @return the line of the ledger, or nothing where the step is not to be taken now
	 */
	Optional<DeadlineEntry> take(int percent, String text, Staff by, Instant now) {
		Optional<LadderStep> step = live(percent);
		step.ifPresent((live) -> this.ladder = ladder().taken(percent).stored());
		return step.map((live) -> entry((percent < WHOLE) ? LedgerKind.WARNED : LedgerKind.ESCALATED, this.dueAt,
				live.reached() + "，" + text, null, null, by, now));
	}

	private DeadlineEntry entry(LedgerKind kind, Instant before, String text, String reason, Told told, Staff by,
			Instant now) {
		this.entryCount++;
		return new DeadlineEntry(this, this.entryCount, kind, before, this.dueAt, text, reason, told, now, by);
	}

	private String moved(Instant before, Deadlines deadlines) {
		return before.equals(this.dueAt) ? "时限仍为 " + deadlines.shown(before)
				: "时限由 " + deadlines.shown(before) + " 改为 " + deadlines.shown(this.dueAt);
	}

	private void requireOpen() {
		if (!open()) {
			throw Refusal.conflict("「" + this.purpose.label() + "」的时限" + this.state.label() + "，不能再改；请刷新后再看。");
		}
	}

	private void requireRunning(String what) {
		requireOpen();
		if (this.state == DeadlineState.PAUSED) {
			throw Refusal.conflict("时限正在暂停，不能" + what + "；请先恢复计时。");
		}
	}

	private void count(Deadlines deadlines, Instant now) {
		RunningTime running = running();
		List<String> lines = new ArrayList<>();
		Instant byTable = null;
		if (this.tableLimit != null && !this.tableReplaced) {
			Deadline table = deadlines.due(this.office, limit(), running);
			byTable = table.dueAt();
			lines.addAll(table.explanation().lines());
		}
		Instant byPerson = named() ? namedReached(WHOLE) : null;
		if (byPerson != null) {
			lines.add(this.tableReplaced ? "由" + this.namedBy + "提出，到 " + deadlines.shown(byPerson) + " 止，不按表里的时限计算。"
					: "经" + this.namedBy + "批准延期，到 " + deadlines.shown(byPerson) + " 止。");
			if (byTable == null) {
				lines.addAll(deadlines.pauses(running.from(this.namedFrom), byPerson));
			}
		}
		boolean person = byTable == null || (byPerson != null && byPerson.isAfter(byTable));
		this.dueAt = person ? byPerson : byTable;
		this.explanation = String.join("\n", lines);
		this.ladder = ladder().movedTo((step) -> reached(step, person, running, deadlines), now).stored();
	}

	private Instant reached(LadderStep step, boolean byPerson, RunningTime running, Deadlines deadlines) {
		if (step.aside() != null) {
			Instant moment = step.aside(this.dueAt);
			return moment.isBefore(this.startedAt) ? this.startedAt : moment;
		}
		if (step.after() != null) {
			return deadlines.due(this.office, step.after(), running).dueAt();
		}
		return byPerson ? namedReached(step.percent())
				: deadlines.reached(this.office, limit(), running, step.percent());
	}

	private boolean named() {
		return this.namedMillis != null;
	}

	private Instant namedReached(int percent) {
		return Deadlines.reached(Duration.ofMillis(this.namedMillis), running().from(this.namedFrom), percent);
	}

	private Limit limit() {
		return Limit.parse(this.tableLimit);
	}

	private RunningTime running() {
		return new RunningTime(this.startedAt, pauses());
	}

	private List<Pause> pauses() {
		return this.pauses.lines().map(Pause::parse).toList();
	}

	private Pause lastPause() {
		List<Pause> all = pauses();
		return all.get(all.size() - 1);
	}

	private void keep(List<Pause> changed) {
		this.pauses = changed.stream().map(Pause::stored).collect(Collectors.joining("\n"));
	}

	private boolean byWorkingTime() {
		return this.tableLimit != null && limit().working();
	}

	/**
	 * How much time was used from the start until this moment, without the pauses: office
	 * time where the table's limit counts office time.
	 */
	Duration used(Deadlines deadlines, Instant moment) {
		return deadlines.used(this.office, byWorkingTime(), running(), moment);
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Override
	public String office() {
		return this.office;
	}

	@Override
	public String caseNumber() {
		return this.caseNumber;
	}

	public Purpose purpose() {
		return this.purpose;
	}

	/** 1, and one more each time the case was taken up again. */
	public int round() {
		return this.roundNumber;
	}

	public DeadlineState state() {
		return this.state;
	}

	/** Whether there is no verdict yet: it runs, or is paused. */
	public boolean open() {
		return this.state == DeadlineState.RUNNING || this.state == DeadlineState.PAUSED;
	}

	/** From when on it counts. */
	public Instant startedAt() {
		return this.startedAt;
	}

	/**
	 * Its end; while it is paused, the end that it has if it is woken as planned.
	 */
	public Instant dueAt() {
		return this.dueAt;
	}

	/** Until when it is paused, or empty where it is not. */
	public Optional<Instant> pausedUntil() {
		return (this.state == DeadlineState.PAUSED) ? Optional.of(lastPause().until()) : Optional.empty();
	}

	/** Why it is paused, or empty where it is not. */
	public Optional<PauseCause> pausedFor() {
		return (this.state == DeadlineState.PAUSED) ? Optional.of(lastPause().cause()) : Optional.empty();
	}

	/** How it was counted, a sentence a line. */
	public String explanation() {
		return this.explanation;
	}

	/** Who named its end instead of the table, or null. */
	public String namedBy() {
		return this.namedBy;
	}

	/** Whether a person has set it, not only extended it. */
	public boolean setByPerson() {
		return this.tableReplaced;
	}

	/** The verdict, or null before there is one. A verdict of late outlives a result. */
	public Boolean kept() {
		return this.kept;
	}

	/** When it was done, or null. */
	public Instant decidedAt() {
		return this.decidedAt;
	}

	/** The time that was used when it was done, or null before. */
	public Duration usedTime() {
		return (this.usedSeconds != null) ? Duration.ofSeconds(this.usedSeconds) : null;
	}

	/**
	 * The steps that are still to come, or to be taken now, each with its moment: one
	 * timer for each of them, and no other. None while it is paused or decided.
	 */
	public List<LadderStep> live() {
		return (this.state == DeadlineState.RUNNING) ? ladder().steps().stream().filter(LadderStep::open).toList()
				: List.of();
	}

	/** The live step at this percentage. */
	public Optional<LadderStep> live(int percent) {
		return live().stream().filter((step) -> step.percent() == percent).findFirst();
	}

	/** All of its steps. */
	public Ladder ladder() {
		return Ladder.parse(this.ladder);
	}

}
