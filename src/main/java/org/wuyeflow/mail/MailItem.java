package org.wuyeflow.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.TimedRecord;
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
public class MailItem extends QualityRecord implements TimedRecord {

	/** The longest time for which an owner may ask to have mail kept. */
	static final int LONGEST_HOLD_MONTHS = 6;

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

	@FormPart
	@Embedded
	private Damage damage;

	@FormField("存放位置")
	@Column(length = 40)
	private String shelf;

	@FormField("收件人已核对")
	@Column(nullable = false)
	private boolean addresseeKnown;

	@FormPart
	@Embedded
	private Telling telling;

	@FormField("代为保管至")
	private LocalDate heldUntil;

	@Embedded
	private MailClock clock;

	@FormPart
	@ManyToOne(fetch = FetchType.EAGER)
	@JoinColumn(name = "deadline_id")
	private CaseDeadline deadline;

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

	@FormField("退回邮局时间")
	private Instant returnedAt;

	@FormField("邮局工作人员签字")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String postClerk;

	@FormPart
	@Embedded
	private Incident incident;

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
		this.shelf = intake.shelf();
		this.addresseeKnown = known;
		this.telling = new Telling(at);
		if (intake.damageNote() != null) {
			this.damage = new Damage(intake.damageNote());
			this.status = MailStatus.DAMAGED;
		}
		else {
			keep();
		}
	}

	private void keep() {
		this.announcedAt = null;
		this.announcement = null;
		this.status = this.addresseeKnown ? MailStatus.IN_CUSTODY : MailStatus.TO_CHECK;
	}

	/** The table has said what its limits are. */
	void clocked(MailClock clock) {
		this.clock = clock;
	}

	/** The deadline by which it leaves the shelf is this one now. */
	void runs(CaseDeadline deadline) {
		this.deadline = deadline;
	}

	/** The damage was written down and the owner told; the item is kept all the same. */
	void damageReported(DamageReport report) {
		expect(MailStatus.DAMAGED, "没有待处理的破损");
		this.damage.reported(report);
		keep();
	}

	/** The item is so damaged that it was given back to the courier at once. */
	void refused(DamageReport report) {
		expect(MailStatus.DAMAGED, "没有待处理的破损");
		this.damage.reported(report);
		this.status = MailStatus.REFUSED;
		this.remark = "破损拒收，当场交还投递员，投递员已签字";
		close();
	}

	/** It was found out for whom the item is. */
	void addresseeFound(House house) {
		expect(MailStatus.TO_CHECK, "收件人不用核对");
		at(house);
		this.addresseeKnown = true;
		keep();
	}

	/** Nobody can be found, or comes, to whom it could be given. Clause CP-5.3.3.E. */
	void undeliverable(ReturnReason reason) {
		expect(this.status == MailStatus.TO_CHECK || this.status == MailStatus.IN_CUSTODY, "不能转为退回");
		this.returnReason = reason;
		this.status = MailStatus.TO_RETURN;
	}

	/**
	 * The owner was told, or somebody tried to tell him.
	 * @param next when he is to be told again, or null where he is not
	 */
	void told(Instant at, TellWay how, boolean reached, Instant next) {
		expectCustody();
		this.telling.told(at, how, reached, next);
	}

	/** An e-mail to the owner was written. */
	void written(Instant at) {
		this.telling.written(at);
	}

	/**
	 * The owner asks to have it kept until a day.
	 * @throws Refusal (400) where the day is past or too far away
	 */
	void held(LocalDate until, LocalDate today) {
		expectCustody();
		LocalDate latest = today.plusMonths(LONGEST_HOLD_MONTHS);
		if (until.isBefore(today) || until.isAfter(latest)) {
			throw new Refusal("代为保管的日期应在今天到 " + latest + " 之间。");
		}
		this.heldUntil = until;
		keep();
	}

	/** The owner is to be told at this moment, not when it was planned. */
	void tellAt(Instant moment) {
		this.telling.at(moment);
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
		this.returnReason = null;
		this.status = MailStatus.HANDED_OVER;
		close();
	}

	/** It was given to the wrong person and is back on the shelf. */
	void takenBack(String reason, Instant at) {
		expect(MailStatus.HANDED_OVER, "没有可以撤销的交付");
		reopen();
		this.pickUp = null;
		this.remark = "误交后收回：" + reason;
		keep();
		tellAt(at);
	}

	/**
	 * The post office has taken it and signed. Clauses CP-5.3.3.E, PP-5.3.5, PP-5.3.6.
	 */
	void returned(String clerk, Instant at, String note) {
		expect(MailStatus.TO_RETURN, "还没有到退回的时候");
		this.postClerk = clerk;
		this.returnedAt = at;
		this.remark = this.returnReason.label() + "，退回邮局，邮局工作人员已签字" + ((note != null) ? "。" + note : "");
		this.status = MailStatus.RETURNED;
		close();
	}

	/** It is missing, was opened or spoilt. Clause PP-5.3.1. */
	void incident(IncidentKind what, String note) {
		expect(this.status == MailStatus.IN_CUSTODY || this.status == MailStatus.TO_CHECK
				|| this.status == MailStatus.TO_RETURN, "不能报事故");
		this.incident = new Incident(what, note);
		this.status = MailStatus.INCIDENT;
	}

	/** The manager has looked into it, and the item is there to be dealt with. */
	void recovered(String finding, Instant at) {
		expect(MailStatus.INCIDENT, "没有待核查的事故");
		this.incident.closed(finding);
		if (this.returnReason != null) {
			this.status = MailStatus.TO_RETURN;
		}
		else {
			keep();
			tellAt(at);
		}
	}

	/** The manager has looked into it, and the item cannot be given to its owner. */
	void lost(String finding) {
		expect(MailStatus.INCIDENT, "没有待核查的事故");
		this.incident.closed(finding);
		this.remark = "邮件" + this.incident.kind().label() + "，已报管理处经理并如实告知收件人";
		this.status = MailStatus.LOST;
		close();
	}

	private void expectCustody() {
		expect(MailStatus.IN_CUSTODY, "不在保管中");
	}

	private void expect(MailStatus wanted, String fault) {
		expect(this.status == wanted, fault);
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

	public Instant receivedAt() {
		return this.receivedAt;
	}

	public MailStatus status() {
		return this.status;
	}

	/** Whether it is kept for somebody who is known to live here. */
	public boolean inCustody() {
		return this.status == MailStatus.IN_CUSTODY;
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

	/** What is damaged, or null where it is intact. */
	public Damage damage() {
		return this.damage;
	}

	/** Where it lies, or null. */
	public String shelf() {
		return this.shelf;
	}

	/** What the owner was told of it, and what he is to be told. */
	public Telling telling() {
		return this.telling;
	}

	/** The last day for which the owner asked to have it kept, or null. */
	public LocalDate heldUntil() {
		return this.heldUntil;
	}

	/** Its limits, or null before the table gave them. */
	public MailClock clock() {
		return this.clock;
	}

	/** The deadline by which it leaves the shelf, or null before it has one. */
	public CaseDeadline deadline() {
		return this.deadline;
	}

	/** When it was announced, or null. */
	public Instant announcedAt() {
		return this.announcedAt;
	}

	/** What the public board says of it, or null. */
	public String announcement() {
		return this.announcement;
	}

	/** Why it goes back, or null. */
	public ReturnReason returnReason() {
		return this.returnReason;
	}

	/** Who fetched it, or null. */
	public PickUp pickUp() {
		return this.pickUp;
	}

	/** What went wrong with it last, or null. */
	public Incident incident() {
		return this.incident;
	}

	/** The remarks column of the paper form, or null. */
	public String remark() {
		return this.remark;
	}

}
