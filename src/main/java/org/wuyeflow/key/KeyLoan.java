package org.wuyeflow.key;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormPart;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * Keys of a house that somebody borrows, from his asking for them to their return. It
 * guards its own moves and refuses a wrong one with a sentence. Clauses CP-5.3.2.D1,
 * CP-5.3.2.D2.
 */
@Entity
public class KeyLoan implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "loan_number", nullable = false, length = 32)
	private String number;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false)
	private UUID houseId;

	@Column(nullable = false, length = 40)
	private String houseNumber;

	@FormField("借用状态")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "loan_status", nullable = false, length = 20)
	private LoanStatus status;

	@Column(nullable = false)
	private Instant requestedAt;

	@Column(nullable = false, length = 64)
	private String requestedById;

	@Column(nullable = false, length = 100)
	private String requestedByName;

	@FormPart
	@Embedded
	private Borrower borrower;

	@Column(nullable = false, length = 100)
	private String doors;

	@FormField("用途")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "use_purpose", nullable = false, length = 20)
	private UsePurpose purpose;

	@FormField("用途说明")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String purposeText;

	@FormField("计划归还时间")
	private Instant wantedUntil;

	@FormField("物业人员陪同")
	@Column(nullable = false)
	private boolean accompanied;

	@FormField("险情")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private EmergencyKind emergency;

	@FormField("同行人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String secondPerson;

	@FormField("申请时已入住")
	@Column(nullable = false)
	private boolean movedInAtRequest;

	@FormPart
	@Embedded
	private LoanRule rule;

	@FormField("业主同意的编号")
	@Column(length = 32)
	private String consentNumber;

	@FormField("下令人")
	@Column(length = 60)
	private String orderGivenBy;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ContactWay orderWay;

	@FormField("命令内容")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String orderText;

	@FormField("下令时间")
	private Instant orderedAt;

	@FormField("经理确认命令")
	private Boolean orderConfirmed;

	@FormField("经理确认意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String orderConfirmation;

	@FormField("险情后告知业主时间")
	private Instant ownerToldAt;

	@FormField("险情后告知业主情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String ownerToldText;

	@FormField("借出时间")
	private Instant issuedAt;

	@FormField("发放人")
	@Column(length = 100)
	private String issuedByName;

	@FormField("借出数量（把）")
	private Integer pieces;

	@FormField("不借出的原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String issueRemark;

	@FormField("应还时间")
	private Instant dueAt;

	@FormField("应还时间的计算")
	@Column(length = 10000)
	private String dueExplanation;

	@FormField("借用期间业主入住时间")
	private Instant movedInNotedAt;

	@FormField("收回通知时间")
	private Instant recalledAt;

	@FormField("收回原因")
	@Column(length = 40)
	private String recallReason;

	@FormField("超期时间")
	private Instant overdueAt;

	@FormField("催还情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String chaseText;

	@FormField("主管督办")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String supervisionText;

	@FormField("经理决定")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String decisionText;

	@FormField("归还时间")
	private Instant returnedAt;

	@FormField("归还人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String broughtByName;

	@FormField("验收人")
	@Column(length = 100)
	private String receivedByName;

	@FormField("已归还（把）")
	@Column(nullable = false)
	private int returnedPieces;

	@FormField("按时归还")
	private Boolean limitKept;

	@FormField("逾期原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String lateExplanation;

	@FormField("归还说明")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String returnRemark;

	protected KeyLoan() {
	}

	KeyLoan(String number, LoanRequest request, House house, Staff by, Instant now) {
		this.id = TimeOrderedId.next();
		this.number = number;
		this.office = request.office();
		this.houseId = house.id();
		this.houseNumber = house.number();
		this.status = LoanStatus.REQUESTED;
		this.requestedAt = now;
		this.requestedById = by.id();
		this.requestedByName = by.name();
		this.borrower = request.borrower();
		this.doors = Door.stored(request.doors());
		this.purpose = request.purpose();
		this.purposeText = request.purposeText();
		this.wantedUntil = request.until();
		this.accompanied = request.accompanied();
		this.emergency = request.emergency();
		this.secondPerson = request.secondPerson();
		this.movedInAtRequest = house.movedIn();
	}

	void ruled(LoanRule rule) {
		require(LoanStatus.REQUESTED);
		this.rule = rule;
	}

	void consented(String consent) {
		this.consentNumber = consent;
	}

	void refused() {
		require(LoanStatus.REQUESTED);
		this.status = LoanStatus.REFUSED;
	}

	void ordered(boolean given, String by, ContactWay way, String text, Instant at) {
		require(LoanStatus.REQUESTED);
		this.orderGivenBy = by;
		this.orderWay = way;
		this.orderText = text;
		this.orderedAt = at;
		if (!given) {
			this.status = LoanStatus.REFUSED;
		}
	}

	void orderConfirmed(boolean agreed, String opinion) {
		this.orderConfirmed = agreed;
		this.orderConfirmation = opinion;
	}

	void ownerTold(String text, Instant at) {
		this.ownerToldText = text;
		this.ownerToldAt = at;
	}

	void notIssued(String why) {
		require(LoanStatus.REQUESTED);
		this.status = LoanStatus.NOT_ISSUED;
		this.issueRemark = why;
	}

	void issued(int number, Staff by, Instant at) {
		require(LoanStatus.REQUESTED);
		this.status = LoanStatus.OUT;
		this.pieces = number;
		this.issuedByName = by.name();
		this.issuedAt = at;
	}

	/**
	 * The keys are due back at another moment.
	 * @param explanation how it was found
	 */
	void due(Instant due, String explanation) {
		this.dueAt = due;
		this.dueExplanation = explanation;
	}

	/** The house is being lived in from now on; the owner must agree. */
	void movedIn(Instant at) {
		requireOut();
		this.movedInNotedAt = at;
	}

	void recalled(String why, Instant at) {
		requireOut();
		this.recallReason = why;
		this.recalledAt = at;
	}

	void overdue(Instant at) {
		requireOut();
		this.overdueAt = (this.overdueAt != null) ? this.overdueAt : at;
	}

	void chased(String text) {
		this.chaseText = (this.chaseText != null) ? this.chaseText + "\n" + text : text;
	}

	void supervised(String text) {
		this.supervisionText = (this.supervisionText != null) ? this.supervisionText + "\n" + text : text;
	}

	void decided(String text) {
		this.decisionText = (this.decisionText != null) ? this.decisionText + "\n" + text : text;
	}

	/** Some or all of the keys are back. */
	void returned(KeyReturn brought, LoanStatus next, Staff by, Instant now) {
		requireOut();
		boolean last = next != LoanStatus.PARTLY_BACK;
		if (last && now.isAfter(this.dueAt) && brought.lateReason() == null) {
			throw new Refusal("已经超过应还时间，请填写「逾期原因」。");
		}
		this.status = next;
		this.returnedPieces += brought.counted();
		this.lateExplanation = (brought.lateReason() != null) ? brought.lateReason() : this.lateExplanation;
		this.returnRemark = (brought.remark() != null) ? brought.remark() : this.returnRemark;
		if (last) {
			this.returnedAt = now;
			this.receivedByName = by.name();
			this.broughtByName = (brought.broughtBy() != null) ? brought.broughtBy() : this.borrower.name();
		}
	}

	/** The verdict on its limit, once and for good. */
	void kept(boolean inTime) {
		this.limitKept = inTime;
	}

	private void requireOut() {
		if (!this.status.out()) {
			throw wrongMove();
		}
	}

	private void require(LoanStatus expected) {
		if (this.status != expected) {
			throw wrongMove();
		}
	}

	private Refusal wrongMove() {
		return Refusal.conflict("借用 " + this.number + " 现在是「" + this.status.label() + "」，不能这样办理；请刷新后再看。");
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
		return this.number;
	}

	/** The public number, such as {@code JY-2026-00012}. */
	public String number() {
		return this.number;
	}

	public UUID houseId() {
		return this.houseId;
	}

	public String houseNumber() {
		return this.houseNumber;
	}

	public LoanStatus status() {
		return this.status;
	}

	public Borrower borrower() {
		return this.borrower;
	}

	/** The doors whose keys are asked for. */
	public Set<Door> doors() {
		return Door.read(this.doors);
	}

	public UsePurpose purpose() {
		return this.purpose;
	}

	/** More about the purpose, or null. */
	public String purposeText() {
		return this.purposeText;
	}

	/** When the borrower means to bring them back, or null where he named no time. */
	public Instant wantedUntil() {
		return this.wantedUntil;
	}

	/** Whether somebody of the office goes with him. */
	public boolean accompanied() {
		return this.accompanied;
	}

	/** The emergency, or null. */
	public EmergencyKind emergency() {
		return this.emergency;
	}

	/** Who enters with him in an emergency, or null. */
	public String secondPerson() {
		return this.secondPerson;
	}

	/** What the table says of it, or null before it was asked. */
	public LoanRule rule() {
		return this.rule;
	}

	/** The owner's consent that it rests on, or null. */
	public String consentNumber() {
		return this.consentNumber;
	}

	public String orderText() {
		return this.orderText;
	}

	/** When the owner was told of the emergency, or null. */
	public Instant ownerToldAt() {
		return this.ownerToldAt;
	}

	/** Whether the manager has confirmed his order in writing, or null before. */
	public Boolean orderConfirmed() {
		return this.orderConfirmed;
	}

	/** When the keys went out, or null before. */
	public Instant issuedAt() {
		return this.issuedAt;
	}

	public String issuedBy() {
		return this.issuedByName;
	}

	/** How many keys went out, or null before. */
	public Integer pieces() {
		return this.pieces;
	}

	/** When the keys are due back, or null before they are out. */
	public Instant dueAt() {
		return this.dueAt;
	}

	/** How the moment was found at which they are due. */
	public String dueExplanation() {
		return this.dueExplanation;
	}

	/** When the house was moved into while the keys were out, or null. */
	public Instant movedInNotedAt() {
		return this.movedInNotedAt;
	}

	public String recallReason() {
		return this.recallReason;
	}

	/** When they were found not to be back in time, or null. */
	public Instant overdueAt() {
		return this.overdueAt;
	}

	public String chaseText() {
		return this.chaseText;
	}

	public String supervisionText() {
		return this.supervisionText;
	}

	public String decisionText() {
		return this.decisionText;
	}

	/** When the last of them came back, or null. */
	public Instant returnedAt() {
		return this.returnedAt;
	}

	/** How many are back. */
	public int returnedPieces() {
		return this.returnedPieces;
	}

	/** Whether they were back in time, or null before. */
	public Boolean limitKept() {
		return this.limitKept;
	}

	/** Why they were late, or null. */
	public String lateExplanation() {
		return this.lateExplanation;
	}

}
