package org.wuyeflow.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.office.House;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormPart;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordOf;

/**
 * An item of mail that the office has taken in for somebody: one row of 邮件签收表, from the
 * carrier's hand to the owner's signature or back to the post office. It guards its own
 * moves and refuses a wrong one with a sentence. Clauses CP-5.3.3.B to CP-5.3.3.E,
 * PP-5.3.2 to PP-5.3.6.
 */
@Entity
@RecordOf(QualityForm.MAIL_RECEIPT)
public class MailItem extends QualityRecord {

	/** How many times the owner is told before the public board tells him. */
	static final int NOTICES = 3;

	/** The longest time for which an owner may ask to have mail kept. */
	static final int LONGEST_HOLD_MONTHS = 6;

	private static final Limit WEEK = Limit.parse("7天");

	private static final Limit FIVE_DAYS = Limit.parse("5天");

	@FormField("收件时间")
	@Column(nullable = false)
	private Instant receivedAt;

	@FormField(value = "邮件状态", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "mail_status", nullable = false, length = 20)
	private MailStatus status;

	@FormField(value = "邮件种类", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private MailKind kind;

	@FormPart
	@ManyToOne(fetch = FetchType.EAGER, optional = false)
	@JoinColumn(name = "delivery_id")
	private MailDelivery delivery;

	@FormField(value = "邮件号", listed = true)
	@Column(length = 60)
	private String trackingNumber;

	@FormField(value = "收件人", listed = true)
	@Personal(Personal.Kind.NAME)
	@Column(nullable = false, length = 100)
	private String addressee;

	@FormField("易腐物品")
	@Column(nullable = false)
	private boolean perishable;

	@FormField("收件时破损")
	@Column(length = 10000)
	private String damageNote;

	@FormField("破损情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String damageDetail;

	@FormField("投递员确认破损")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String damageSignature;

	@FormField("协助联系邮政部门")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String postHelp;

	@FormField("破损告知时间")
	private Instant damageToldAt;

	@FormField("破损告知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private TellWay damageToldHow;

	@FormField("存放位置")
	@Column(length = 40)
	private String shelf;

	@FormField("收件人已核对")
	@Column(nullable = false)
	private boolean addresseeKnown;

	@FormField("通知次数")
	@Column(nullable = false)
	private int noticesGiven;

	@FormField("最近通知时间")
	private Instant lastToldAt;

	@FormField("最近通知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private TellWay lastToldHow;

	@FormField("已通知到本人")
	@Column(nullable = false)
	private boolean ownerReached;

	private Instant nextNoticeAt;

	private Instant secondNoticeAt;

	private Instant thirdNoticeAt;

	@Column(length = 20)
	private String tellWithin;

	private Instant tellBy;

	@FormField("代为保管至")
	private LocalDate heldUntil;

	private Instant keptAnewAt;

	private Instant announceAt;

	@FormField("公告时间")
	private Instant announcedAt;

	@FormField("公告内容")
	@Column(length = 200)
	private String announcement;

	@FormPart
	@ManyToOne(fetch = FetchType.EAGER)
	@JoinColumn(name = "pick_up_id")
	private PickUp pickUp;

	@FormField("退回原因")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ReturnReason returnReason;

	private Instant returnAt;

	private Instant returnWarnAt;

	@FormField("应退回邮局时间")
	private Instant returnDueAt;

	@FormField("退回邮局时间")
	private Instant returnedAt;

	@FormField("邮局工作人员签字")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String postClerk;

	@FormField("按时退回")
	private Boolean returnInTime;

	@FormField("事故")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private IncidentKind incidentKind;

	@FormField("事故情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String incidentNote;

	@FormField("事故核查结果")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String incidentFinding;

	@FormField(value = "备注", listed = true)
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String remark;

	@FormField("经办过程")
	@Personal(Personal.Kind.TEXT)
	@OneToMany
	@JoinColumn(name = "item_id", insertable = false, updatable = false)
	@OrderBy("entryNumber")
	private List<MailEntry> log = new ArrayList<>();

	@Column(nullable = false)
	private int entryCount;

	protected MailItem() {
	}

	/**
	 * An item that was just taken in.
	 * @param number the case's public number
	 * @param house the house found from the address, or null
	 * @param known whether the addressee is known to live there
	 */
	MailItem(String number, MailIntake intake, MailDelivery delivery, House house, boolean known, Instant at) {
		super(intake.office(), number, house);
		delivery.take();
		this.delivery = delivery;
		this.receivedAt = at;
		this.kind = intake.kind();
		this.trackingNumber = intake.trackingNumber();
		this.addressee = intake.addressee();
		this.perishable = intake.perishable();
		this.damageNote = intake.damageNote();
		this.shelf = intake.shelf();
		this.addresseeKnown = known;
		this.status = (intake.damageNote() != null) ? MailStatus.DAMAGED : known();
		this.nextNoticeAt = at;
	}

	private MailStatus known() {
		return this.addresseeKnown ? MailStatus.IN_CUSTODY : MailStatus.TO_CHECK;
	}

	/**
	 * Counts the limits of the table from the receipt; a hold that was agreed on stays.
	 */
	void clocked(MailClock clock, Deadlines deadlines, ZoneId zone) {
		this.secondNoticeAt = deadlines.due(office(), this.receivedAt, clock.secondNotice()).dueAt();
		this.thirdNoticeAt = deadlines.due(office(), this.receivedAt, clock.thirdNotice()).dueAt();
		this.announceAt = deadlines.due(office(), this.receivedAt, clock.announce()).dueAt();
		this.returnAt = deadlines.due(office(), this.announceAt, clock.returnAfterNotice()).dueAt();
		this.returnWarnAt = deadlines.due(office(), this.receivedAt, clock.warnReturn()).dueAt();
		this.returnDueAt = deadlines.due(office(), this.receivedAt, clock.returnWithin()).dueAt();
		this.tellWithin = clock.tellWithin().toString();
		this.tellBy = toTellBy(this.nextNoticeAt, deadlines);
		if (this.keptAnewAt != null) {
			postponeTo(this.keptAnewAt, deadlines);
		}
		if (this.heldUntil != null) {
			postponeTo(over(this.heldUntil, zone), deadlines);
		}
	}

	private Instant toTellBy(Instant from, Deadlines deadlines) {
		return deadlines.due(office(), from, Limit.parse(this.tellWithin)).dueAt();
	}

	private static Instant over(LocalDate until, ZoneId zone) {
		return until.plusDays(1).atStartOfDay(zone).toInstant();
	}

	/** The damage was written down and the owner told; the item is kept all the same. */
	void damageReported(DamageReport report) {
		expect(this.status == MailStatus.DAMAGED, "没有待处理的破损");
		note(report);
		this.status = known();
	}

	/** The item is so damaged that it was given back to the courier at once. */
	void refused(DamageReport report) {
		expect(this.status == MailStatus.DAMAGED, "没有待处理的破损");
		note(report);
		this.status = MailStatus.REFUSED;
		this.remark = "破损拒收，当场交还投递员，投递员签字：" + report.courierSignature();
		close();
	}

	private void note(DamageReport report) {
		this.damageDetail = report.detail();
		this.damageSignature = report.courierSignature();
		this.postHelp = report.postHelp();
		this.damageToldAt = report.toldAt();
		this.damageToldHow = report.toldHow();
	}

	/** It was found out for whom the item is. */
	void addresseeFound(House house) {
		expect(this.status == MailStatus.TO_CHECK, "收件人不用核对");
		at(house);
		this.addresseeKnown = true;
		this.status = MailStatus.IN_CUSTODY;
	}

	/**
	 * Nobody can be found to whom it could be given. Known from the receipt on, the week
	 * counts from the receipt; found out later, from then. Clause CP-5.3.3.E.
	 */
	void undeliverable(ReturnReason reason, Instant at, Deadlines deadlines) {
		expect(this.status == MailStatus.TO_CHECK || this.status == MailStatus.IN_CUSTODY, "不能转为退回");
		if (this.status == MailStatus.IN_CUSTODY) {
			countReturnFrom(at, deadlines);
		}
		this.returnReason = reason;
		this.nextNoticeAt = null;
		this.status = MailStatus.TO_RETURN;
	}

	/** Nobody has come for it although it was announced. Clause PP-5.3.5. */
	void unclaimed(Instant at, Deadlines deadlines) {
		undeliverable(ReturnReason.UNCLAIMED, at, deadlines);
	}

	private void countReturnFrom(Instant at, Deadlines deadlines) {
		this.returnDueAt = deadlines.due(office(), at, WEEK).dueAt();
		this.returnWarnAt = deadlines.due(office(), at, FIVE_DAYS).dueAt();
	}

	/**
	 * The owner was told, or somebody tried to tell him. A notice given late counts for
	 * all that were due by then.
	 */
	void told(Instant at, TellWay how, boolean reached, Deadlines deadlines) {
		expectCustody();
		this.lastToldAt = at;
		this.lastToldHow = how;
		this.ownerReached |= reached;
		this.noticesGiven++;
		this.nextNoticeAt = nextAfter(at);
		if (this.nextNoticeAt != null) {
			this.tellBy = toTellBy(this.nextNoticeAt, deadlines);
		}
	}

	private Instant nextAfter(Instant at) {
		if (this.secondNoticeAt.isAfter(at)) {
			return this.secondNoticeAt;
		}
		return this.thirdNoticeAt.isAfter(at) ? this.thirdNoticeAt : null;
	}

	/**
	 * The owner asks to have it kept until a day: he is told again when it is over, and
	 * nothing is announced for a week after it.
	 * @throws Refusal (400) where the day is past or too far away
	 */
	void held(LocalDate until, Instant now, Deadlines deadlines, ZoneId zone) {
		expectCustody();
		LocalDate today = LocalDate.ofInstant(now, zone);
		LocalDate latest = today.plusMonths(LONGEST_HOLD_MONTHS);
		if (until.isBefore(today) || until.isAfter(latest)) {
			throw new Refusal("代为保管的日期应在今天到 " + latest + " 之间。");
		}
		this.heldUntil = until;
		Instant over = over(until, zone);
		if (this.nextNoticeAt != null && this.nextNoticeAt.isAfter(now) && over.isAfter(this.nextNoticeAt)) {
			this.nextNoticeAt = over;
			this.tellBy = toTellBy(over, deadlines);
		}
		postponeTo(over, deadlines);
	}

	/** It hangs on the public board. Clause PP-5.3.5. */
	void announced(String text, Instant at) {
		expectCustody();
		this.announcement = text;
		this.announcedAt = at;
	}

	/** Somebody who may has fetched it and signed. Clause CP-5.3.3.D. */
	void handedOver(PickUp by) {
		expect(this.status == MailStatus.IN_CUSTODY || this.status == MailStatus.TO_RETURN, "不能交付");
		this.pickUp = by;
		this.nextNoticeAt = null;
		this.returnReason = null;
		this.status = MailStatus.HANDED_OVER;
		close();
	}

	/** It was given to the wrong person and is back on the shelf. */
	void takenBack(String reason, Instant at, Deadlines deadlines) {
		expect(this.status == MailStatus.HANDED_OVER, "没有可以撤销的交付");
		reopen();
		this.pickUp = null;
		this.remark = "误交后收回：" + reason;
		this.status = MailStatus.IN_CUSTODY;
		keepAnew(at, deadlines);
	}

	/**
	 * The post office has taken it and signed. Clauses CP-5.3.3.E, PP-5.3.5, PP-5.3.6.
	 */
	void returned(String clerk, Instant at, String note) {
		expect(this.status == MailStatus.TO_RETURN, "还没有到退回的时候");
		this.postClerk = clerk;
		this.returnedAt = at;
		this.returnInTime = !at.isAfter(this.returnDueAt);
		this.remark = this.returnReason.label() + "，退回邮局，邮局工作人员签字：" + clerk + ((note != null) ? "。" + note : "");
		this.status = MailStatus.RETURNED;
		close();
	}

	/** It is missing, was opened or spoilt. Clause PP-5.3.1. */
	void incident(IncidentKind what, String note, Instant at, Deadlines deadlines) {
		expectCustody();
		this.incidentKind = what;
		this.incidentNote = note;
		this.nextNoticeAt = null;
		this.tellBy = toTellBy(at, deadlines);
		this.status = MailStatus.INCIDENT;
	}

	/** The manager has looked into it, and the item can still be given to its owner. */
	void recovered(String finding, Instant at, Deadlines deadlines) {
		expect(this.status == MailStatus.INCIDENT, "没有待核查的事故");
		this.incidentFinding = finding;
		this.status = MailStatus.IN_CUSTODY;
		keepAnew(at, deadlines);
	}

	/** The manager has looked into it, and the item cannot be given to its owner. */
	void lost(String finding) {
		expect(this.status == MailStatus.INCIDENT, "没有待核查的事故");
		this.incidentFinding = finding;
		this.remark = "邮件" + this.incidentKind.label() + "，已报管理处经理并如实告知收件人";
		this.status = MailStatus.LOST;
		close();
	}

	private void keepAnew(Instant at, Deadlines deadlines) {
		this.keptAnewAt = at;
		this.nextNoticeAt = at;
		this.tellBy = toTellBy(at, deadlines);
		postponeTo(at, deadlines);
	}

	/** What is kept from this moment on stays for a week at least. */
	private void postponeTo(Instant at, Deadlines deadlines) {
		Instant earliest = deadlines.due(office(), at, WEEK).dueAt();
		if (this.announceAt.isBefore(earliest)) {
			Duration announced = Duration.between(this.announceAt, this.returnAt);
			this.announceAt = earliest;
			this.announcedAt = null;
			this.announcement = null;
			this.returnAt = earliest.plus(announced);
		}
	}

	private void expectCustody() {
		expect(this.status == MailStatus.IN_CUSTODY, "不在保管中");
	}

	private void expect(boolean right, String fault) {
		if (!right) {
			throw Refusal
				.conflict("邮件 " + caseNumber() + " 现在是「" + this.status.label() + "」，" + fault + "；请刷新后按最新情况办理。");
		}
	}

	int nextEntry() {
		return this.entryCount++;
	}

	/** Whether the damage still has to be written down with the courier. */
	public boolean damageOpen() {
		return this.status == MailStatus.DAMAGED;
	}

	/** Whether it is known for whom the item is. */
	public boolean addresseeKnown() {
		return this.addresseeKnown;
	}

	public Instant receivedAt() {
		return this.receivedAt;
	}

	public MailStatus status() {
		return this.status;
	}

	public MailKind kind() {
		return this.kind;
	}

	public MailDelivery delivery() {
		return this.delivery;
	}

	/** The carrier's number, or null. */
	public String trackingNumber() {
		return this.trackingNumber;
	}

	/** The addressee as written on the item. */
	public String addressee() {
		return this.addressee;
	}

	/** Whether what is in it spoils. */
	public boolean perishable() {
		return this.perishable;
	}

	/** What was seen damaged at the receipt, or null. */
	public String damageNote() {
		return this.damageNote;
	}

	/** Where it lies, or null. */
	public String shelf() {
		return this.shelf;
	}

	/** How many times the owner was told, or somebody tried. */
	public int noticesGiven() {
		return this.noticesGiven;
	}

	/** When the owner was last told, or null. */
	public Instant lastToldAt() {
		return this.lastToldAt;
	}

	/** How the owner was last told, or null. */
	public TellWay lastToldHow() {
		return this.lastToldHow;
	}

	/** Whether the owner himself was reached. */
	public boolean ownerReached() {
		return this.ownerReached;
	}

	/** When the owner is to be told next, or null where he is not. */
	public Instant nextNoticeAt() {
		return this.nextNoticeAt;
	}

	/** By when the owner is to be told of what has happened to it. */
	public Instant tellBy() {
		return this.tellBy;
	}

	/** The last day for which the owner asked to have it kept, or null. */
	public LocalDate heldUntil() {
		return this.heldUntil;
	}

	/** When it is announced. */
	public Instant announceAt() {
		return this.announceAt;
	}

	/** When it was announced, or null. */
	public Instant announcedAt() {
		return this.announcedAt;
	}

	/** What the public board says of it, or null. */
	public String announcement() {
		return this.announcement;
	}

	/** When it goes back unless it is claimed. */
	public Instant returnAt() {
		return this.returnAt;
	}

	/** When the keeper is reminded to take it back. */
	public Instant returnWarnAt() {
		return this.returnWarnAt;
	}

	/** Until when it must be back at the post office. */
	public Instant returnDueAt() {
		return this.returnDueAt;
	}

	/** Why it goes back, or null. */
	public ReturnReason returnReason() {
		return this.returnReason;
	}

	/** Who fetched it, or null. */
	public PickUp pickUp() {
		return this.pickUp;
	}

	/** Who signed at the post office, or null. */
	public String postClerk() {
		return this.postClerk;
	}

	/** Whether it was back at the post office in time, or null. */
	public Boolean returnInTime() {
		return this.returnInTime;
	}

	/** What went wrong with it, or null. */
	public IncidentKind incidentKind() {
		return this.incidentKind;
	}

	/** What the incident's reporter wrote, or null. */
	public String incidentNote() {
		return this.incidentNote;
	}

	/** The remarks column of the paper form, or null. */
	public String remark() {
		return this.remark;
	}

}
