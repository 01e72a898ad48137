package org.wuyeflow.complaint;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.office.ComplaintEdition;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormPart;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.TimeOrderedId;

/**
 * A complaint from its receipt to its closing: the truth that all of its records and
 * steps read. It guards its own moves and refuses a wrong one with a sentence. What was
 * done on the way is in its {@link ComplaintEntry log}.
 */
@Entity
@BatchSize(size = 25)
public class Complaint implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "complaint_number", nullable = false, length = 32)
	private String number;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	private UUID houseId;

	@Column(length = 40)
	private String houseNumber;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private ComplaintEdition edition;

	@FormField("投诉状态")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "complaint_status", nullable = false, length = 20)
	private ComplaintStatus status;

	@FormField("投诉来自")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Origin origin;

	@FormField("投诉方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Channel channel;

	@FormField("转来单位")
	@Column(length = 100)
	private String senderName;

	@FormField("来文编号")
	@Column(length = 60)
	private String documentNumber;

	@FormPart
	@Embedded
	private Complainant complainant;

	@FormField(value = "投诉事由", listed = true)
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 60)
	private String subject;

	@FormField("投诉内容")
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 10000)
	private String content;

	@FormField("收到时间")
	@Column(nullable = false)
	private Instant receivedAt;

	@Column(nullable = false)
	private Instant registeredAt;

	@Column(nullable = false, length = 64)
	private String receiverId;

	@FormField("接收人")
	@Column(nullable = false, length = 100)
	private String receiverName;

	@Column(nullable = false, length = 64)
	private String receiverRole;

	@FormField("已致歉并感谢")
	@Column(nullable = false)
	private boolean apologised;

	@FormField("当场处理情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String settlement;

	@FormField("投诉是否有效")
	@Column(name = "is_valid")
	private Boolean valid;

	@FormField("判为无效的理由")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String invalidReason;

	@FormField("向投诉人的解释")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String explanation;

	@FormField(value = "投诉类别", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ComplaintClass complaintClass;

	@FormField("影响程度")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private Effect effect;

	@FormField("难度较大")
	@Column(nullable = false)
	private boolean difficult;

	@FormField("处理意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String opinion;

	@Column(length = 64)
	private String handlingRole;

	@ManyToOne(fetch = FetchType.EAGER)
	@JoinColumn(name = "answer_deadline_id")
	private CaseDeadline answerDeadline;

	@FormField("首次答复时间")
	private Instant firstRespondedAt;

	@FormPart
	@ManyToOne(fetch = FetchType.EAGER)
	@JoinColumn(name = "result_deadline_id")
	private CaseDeadline resultDeadline;

	@FormField("时限提出人")
	@Column(length = 100)
	private String limitSetBy;

	@FormField("处理结果")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String result;

	@FormField("得出结果时间")
	private Instant resultAt;

	@FormField("告知时间")
	private Instant toldAt;

	@FormField("告知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private TellingWay toldHow;

	@FormField("投诉人答复")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "complainant_answer", length = 20)
	private ComplainantAnswer answer;

	@FormField("投诉人意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String answerRemark;

	@FormField("验证通过")
	private Boolean verified;

	@FormField("验证情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String verification;

	@FormPart
	@Embedded
	private ExtensionRequest extension;

	@FormPart
	@Embedded
	private WrittenReport report;

	@FormPart
	@Embedded
	private Claim claim;

	@FormField("答复来件单位")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String senderAnswer;

	@FormField("复函编号")
	@Column(length = 60)
	private String senderAnswerNumber;

	@FormField("答复来件单位时间")
	private Instant senderAnsweredAt;

	@FormField("公布内容")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String publication;

	@FormField("公布地点")
	@Column(length = 100)
	private String publishedWhere;

	@FormField("公布时间")
	private Instant publishedAt;

	@FormField("处理经过")
	@Personal(Personal.Kind.TEXT)
	@OneToMany
	@JoinColumn(name = "complaint_id", insertable = false, updatable = false)
	@OrderBy("entryNumber")
	private List<ComplaintEntry> log = new ArrayList<>();

	@FormField("时限台账")
	@Personal(Personal.Kind.TEXT)
	@OneToMany
	@JoinColumn(name = "case_number", referencedColumnName = "complaint_number", insertable = false, updatable = false)
	@OrderBy("madeAt, id")
	private List<DeadlineEntry> ledger = new ArrayList<>();

	@FormField("首次办结时间")
	private Instant firstClosedAt;

	@FormField("最近办结时间")
	private Instant lastClosedAt;

	@FormField("重新处理次数")
	@Column(nullable = false)
	private int reopenedCount;

	private Instant reopenedAt;

	@FormField("可要求重新处理至")
	private Instant revisitUntil;

	@Column(nullable = false)
	private int entryCount;

	@FormField("回访结果")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "revisit_result", length = 20)
	private RevisitResult revisit;

	@FormField("回访意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String revisitRemark;

	@FormField("整改措施")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String improvement;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 40)
	private QualityForm mainForm;

	@Column(length = 32)
	private String mainSerial;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 40)
	private QualityForm classForm;

	@Column(length = 32)
	private String classSerial;

	protected Complaint() {
	}

	/**
	 * A complaint that was just received.
	 * @param number its public number
	 * @param intake what the receiver wrote down
	 * @param edition the procedure of its office
	 * @param house the house concerned, or null
	 * @param receiver who received it
	 * @param receiverRole in which role
	 * @param now the present moment
	 * @throws Refusal (400) where it was received later than now
	 */
	Complaint(String number, Intake intake, ComplaintEdition edition, House house, Staff receiver, String receiverRole,
			Instant now) {
		this.id = TimeOrderedId.next();
		this.number = number;
		this.office = intake.office();
		this.edition = edition;
		if (house != null) {
			this.houseId = house.id();
			this.houseNumber = house.number();
		}
		this.origin = intake.origin();
		this.channel = intake.channel();
		this.senderName = intake.senderName();
		this.documentNumber = intake.documentNumber();
		this.complainant = intake.complainant();
		this.subject = intake.subject();
		this.content = intake.content();
		this.receivedAt = (intake.receivedAt() != null) ? intake.receivedAt() : now;
		if (this.receivedAt.isAfter(now)) {
			throw new Refusal("「收到时间」不能晚于现在。");
		}
		this.registeredAt = now;
		this.receiverId = receiver.id();
		this.receiverName = receiver.name();
		this.receiverRole = receiverRole;
		this.apologised = intake.apologised();
		this.settlement = intake.settlement();
		if (intake.settlement() != null && intake.origin().outside()) {
			throw new Refusal("公司、集团、媒体或政府转来的投诉要答复来件单位，不能按「已当场解决」登记。");
		}
		this.status = settledOnSpot() ? ComplaintStatus.SETTLED : ComplaintStatus.REGISTERED;
		if (settledOnSpot()) {
			this.firstRespondedAt = now;
			this.result = intake.settlement();
			this.resultAt = now;
		}
		if (intake.claims()) {
			this.claim = Claim.raised(intake.claimed(), now);
		}
	}

	void settlementAccepted(Instant now) {
		closed(now);
	}

	void settlementRefused() {
		move(ComplaintStatus.REGISTERED);
		withdrawResult();
	}

	void judgedInvalid(String reason) {
		move(ComplaintStatus.INVALID);
		this.valid = false;
		this.invalidReason = reason;
	}

	void explained(String text, Telling telling) {
		require(ComplaintStatus.INVALID);
		this.explanation = text;
		told(telling);
	}

	void objected() {
		move(ComplaintStatus.RECLASSIFYING);
	}

	void judged(Judgement judgement) {
		move(ComplaintStatus.HANDLING);
		this.valid = true;
		this.invalidReason = null;
		this.complaintClass = judgement.complaintClass();
		this.effect = judgement.effect();
		this.difficult = judgement.difficult();
		this.handlingRole = judgement.handlingRole();
		this.opinion = judgement.opinion();
	}

	/**
	 * From when on a limit counts: from the receipt, or from the registration where that
	 * came so late that it would have been over; after a reopening from there.
	 */
	Instant countsFrom(Limit limit, Deadlines deadlines) {
		if (this.reopenedAt != null) {
			return this.reopenedAt;
		}
		boolean overAtRegistration = !deadlines.due(this.office, this.receivedAt, limit)
			.dueAt()
			.isAfter(this.registeredAt);
		return overAtRegistration ? this.registeredAt : this.receivedAt;
	}

	/** When it was received, or last taken up again. */
	Instant roundBegan() {
		return (this.reopenedAt != null) ? this.reopenedAt : this.receivedAt;
	}

	/** What is promised for the result of this round. */
	Promise promise() {
		return new Promise(this.office, this.number, Purpose.RESULT, this.reopenedCount + 1);
	}

	void answerLimited(CaseDeadline deadline) {
		this.answerDeadline = deadline;
	}

	void limited(CaseDeadline deadline) {
		this.resultDeadline = deadline;
	}

	/** Those above have set the limit in person. */
	void limitedBy(Staff by) {
		this.limitSetBy = by.name();
	}

	void extensionWanted(ExtensionRequest request) {
		require(ComplaintStatus.HANDLING);
		this.extension = request;
	}

	/** Those above have decided; the request is in the log and the ledger. */
	ExtensionRequest extensionDecided() {
		if (this.extension == null) {
			throw Refusal.conflict("投诉 " + this.number + " 没有延期申请；请刷新后再看。");
		}
		ExtensionRequest decided = this.extension;
		this.extension = null;
		return decided;
	}

	/** Whether the result must be verified. Clauses CC-5.1.3, CS-3.1.3. */
	public boolean verificationNeeded() {
		return this.difficult || this.limitSetBy != null;
	}

	void handedOver(String role) {
		require(ComplaintStatus.HANDLING);
		if (role.equals(this.handlingRole)) {
			throw new Refusal("投诉已经在这个部门，请选择另一个部门，或选择「继续处理」。");
		}
		this.handlingRole = role;
	}

	void progressed() {
		require(ComplaintStatus.HANDLING);
	}

	/** The record is filled in; a difficult complaint now waits for those above. */
	void recorded() {
		require(ComplaintStatus.HANDLING);
		if (this.difficult) {
			move(ComplaintStatus.REFERRED);
		}
	}

	void referred() {
		move(ComplaintStatus.REFERRED);
		this.difficult = true;
	}

	void reclassificationWanted() {
		move(ComplaintStatus.RECLASSIFYING);
	}

	void advised(String text, String role) {
		this.opinion = text;
		if (role != null) {
			this.handlingRole = role;
		}
		move(ComplaintStatus.HANDLING);
	}

	void passedUp(String text) {
		require(ComplaintStatus.REFERRED);
		this.opinion = text;
	}

	void resulted(String text, Instant now) {
		move(ComplaintStatus.RESULT);
		this.result = text;
		this.resultAt = now;
	}

	void resultTold(Telling telling, ComplainantAnswer to, String remark) {
		require(ComplaintStatus.RESULT);
		told(telling);
		this.toldAt = telling.at();
		this.toldHow = telling.way();
		this.answer = to;
		this.answerRemark = remark;
	}

	void resultAccepted() {
		move(verificationNeeded() ? ComplaintStatus.VERIFYING : ComplaintStatus.ACCEPTED);
	}

	void resultRefused(boolean up) {
		withdrawResult();
		if (up) {
			referred();
		}
		else {
			move(ComplaintStatus.HANDLING);
		}
	}

	void verified(boolean passed, String how) {
		move(passed ? ComplaintStatus.ACCEPTED : ComplaintStatus.HANDLING);
		this.verified = passed;
		this.verification = how;
		if (!passed) {
			withdrawResult();
		}
	}

	private void withdrawResult() {
		this.result = null;
		this.resultAt = null;
	}

	/** The complainant heard something; the first time counts as the first answer. */
	void told(Telling telling) {
		if (this.firstRespondedAt == null || telling.at().isBefore(this.firstRespondedAt)) {
			this.firstRespondedAt = telling.at();
		}
	}

	void reported(WrittenReport made) {
		this.report = made;
	}

	void forwarded(String to, Instant at) {
		if (this.report == null) {
			throw Refusal.conflict("投诉 " + this.number + " 还没有书面报告，不能转呈。");
		}
		this.report = this.report.forwarded(to, at);
	}

	void senderAnswered(String answerNumber, String text, Instant at) {
		require(ComplaintStatus.ACCEPTED);
		this.senderAnswerNumber = answerNumber;
		this.senderAnswer = text;
		this.senderAnsweredAt = at;
	}

	void published(String text, String where, Instant at) {
		require(ComplaintStatus.ACCEPTED);
		this.publication = text;
		this.publishedWhere = where;
		this.publishedAt = at;
	}

	void closed(Instant now) {
		move(ComplaintStatus.CLOSED);
		this.firstClosedAt = (this.firstClosedAt != null) ? this.firstClosedAt : now;
		this.lastClosedAt = now;
	}

	/** Closed, and open to be taken up again until this window is over. */
	void closed(Instant now, Duration window) {
		closed(now);
		this.revisitUntil = now.plus(window);
		this.revisit = null;
	}

	void revisited(RevisitResult outcome, String remark, String measures) {
		require(ComplaintStatus.CLOSED);
		this.revisit = outcome;
		this.revisitRemark = remark;
		this.improvement = (measures != null) ? measures : this.improvement;
	}

	void reopened(Instant now) {
		move(ComplaintStatus.REOPENED);
		withdrawResult();
		this.reopenedAt = now;
		this.reopenedCount++;
		this.limitSetBy = null;
		this.verified = null;
		this.verification = null;
	}

	/**
	 * The customer claims compensation; a claim that is still open takes the new amount.
	 */
	void claims(BigDecimal amount, Instant now) {
		boolean again = this.claim != null && this.claim.isOpen();
		this.claim = again ? this.claim.raisedAgain(amount) : Claim.raised(amount, now);
	}

	void claimProposed(String facts, BigDecimal amount, String proposal) {
		this.claim = claimOrRefuse().proposed(facts, amount, proposal);
	}

	void claimDecided(ClaimDecision decision, BigDecimal amount, String why) {
		this.claim = claimOrRefuse().decided(decision, amount, why);
	}

	void claimSettled(BigDecimal amount, Instant now) {
		this.claim = claimOrRefuse().settled(amount, now);
	}

	private Claim claimOrRefuse() {
		return Optional.ofNullable(this.claim).orElseThrow(() -> Refusal.conflict("投诉 " + this.number + " 没有索赔要求。"));
	}

	void mainRecord(QualityForm form, String serial) {
		this.mainForm = form;
		this.mainSerial = serial;
	}

	void classRecord(QualityForm form, String serial) {
		this.classForm = form;
		this.classSerial = serial;
	}

	/** The number of the next entry of the log, from 1. */
	int nextEntry() {
		this.entryCount++;
		return this.entryCount;
	}

	private void require(ComplaintStatus wanted) {
		if (this.status != wanted) {
			throw Refusal.conflict("投诉 " + this.number + " 现在是「" + this.status.label() + "」，不能做这一步；请刷新后再看。");
		}
	}

	private void move(ComplaintStatus next) {
		if (!this.status.leadsTo(next)) {
			throw Refusal
				.conflict("投诉 " + this.number + " 现在是「" + this.status.label() + "」，不能改为「" + next.label() + "」；请刷新后再看。");
		}
		this.status = next;
	}

	/** Whether it was settled the moment it was received. */
	public boolean settledOnSpot() {
		return this.settlement != null;
	}

	/** Whether a claim for compensation has to be dealt with. */
	public boolean claimOpen() {
		return this.claim != null && this.claim.isOpen();
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Override
	public String caseNumber() {
		return this.number;
	}

	/** The public number, company-wide: {@code TS-2026-00042}. */
	public String number() {
		return this.number;
	}

	@Override
	public String office() {
		return this.office;
	}

	/** The house's id, or null. */
	public UUID houseId() {
		return this.houseId;
	}

	/** The house's number, or null where no house is concerned. */
	public String houseNumber() {
		return this.houseNumber;
	}

	/** Which of the two procedures it is handled by. */
	public ComplaintEdition edition() {
		return this.edition;
	}

	/** Where it stands. */
	public ComplaintStatus status() {
		return this.status;
	}

	/** Who sent it. */
	public Origin origin() {
		return this.origin;
	}

	public Channel channel() {
		return this.channel;
	}

	/** The unit that passed it on, or null. */
	public String senderName() {
		return this.senderName;
	}

	/** The number of that unit's document, or null. */
	public String documentNumber() {
		return this.documentNumber;
	}

	/** Who complains. */
	public Complainant complainant() {
		return this.complainant;
	}

	/** The matter in one line. */
	public String subject() {
		return this.subject;
	}

	/** What the complainant says. */
	public String content() {
		return this.content;
	}

	/** When it was received; limits count from here. */
	public Instant receivedAt() {
		return this.receivedAt;
	}

	public Instant registeredAt() {
		return this.registeredAt;
	}

	public String receiverId() {
		return this.receiverId;
	}

	public String receiverName() {
		return this.receiverName;
	}

	/** The role id in which it was received; decides who the superior is. */
	public String receiverRole() {
		return this.receiverRole;
	}

	/** Whether the receiver apologised and gave thanks. Clauses CC-5.1.1, CS-3.1.1. */
	public boolean apologised() {
		return this.apologised;
	}

	/** How it was settled on the spot, or null. Clauses CC-5.1.2, CS-3.1.2. */
	public String settlement() {
		return this.settlement;
	}

	/** Whether the superior takes it as valid; null before he has judged. */
	public Boolean valid() {
		return this.valid;
	}

	/** Why it is invalid, or null. Clauses CC-5.4, CS-3.5. */
	public String invalidReason() {
		return this.invalidReason;
	}

	public String explanation() {
		return this.explanation;
	}

	/** The class, or null before it is judged. */
	public ComplaintClass complaintClass() {
		return this.complaintClass;
	}

	public Effect effect() {
		return this.effect;
	}

	/** Whether it was reported as difficult. Clauses CC-5.1.3, CS-3.1.3. */
	public boolean difficult() {
		return this.difficult;
	}

	/** The latest opinion; earlier ones are in the log. */
	public String opinion() {
		return this.opinion;
	}

	/** The role id of the department that handles it. */
	public String handlingRole() {
		return this.handlingRole;
	}

	/**
	 * By when the complainant shall hear something first, or null where nobody set it.
	 */
	public CaseDeadline answerDeadline() {
		return this.answerDeadline;
	}

	/** By when there shall be a result, in this round; null before it was judged. */
	public CaseDeadline resultDeadline() {
		return this.resultDeadline;
	}

	/** The deadline that the superior who judges must keep: the first that is open. */
	public Optional<CaseDeadline> nextDeadline() {
		return Stream.of(this.answerDeadline, this.resultDeadline)
			.filter((deadline) -> deadline != null && deadline.open())
			.findFirst();
	}

	/** Until when the complainant shall hear something first, or null. */
	public Instant respondBy() {
		return (this.answerDeadline != null) ? this.answerDeadline.dueAt() : null;
	}

	/** When the complainant first heard something, or null before. */
	public Instant firstRespondedAt() {
		return this.firstRespondedAt;
	}

	/** Until when there shall be a result, or null. */
	public Instant dueAt() {
		return (this.resultDeadline != null) ? this.resultDeadline.dueAt() : null;
	}

	/** The later date that was asked for and is not yet decided, or null. */
	public ExtensionRequest extension() {
		return this.extension;
	}

	/** Who set the limit in person, or null where the table did. */
	public String limitSetBy() {
		return this.limitSetBy;
	}

	public String result() {
		return this.result;
	}

	public Instant resultAt() {
		return this.resultAt;
	}

	/** Whether the result came within the limit; decided when it comes, null before. */
	public Boolean limitKept() {
		return (this.resultDeadline != null) ? this.resultDeadline.kept() : null;
	}

	/** When the complainant was told the result. */
	public Instant toldAt() {
		return this.toldAt;
	}

	public TellingWay toldHow() {
		return this.toldHow;
	}

	public ComplainantAnswer answer() {
		return this.answer;
	}

	public String answerRemark() {
		return this.answerRemark;
	}

	/** Whether the result was found true; null where nobody verified it. */
	public Boolean verified() {
		return this.verified;
	}

	public String verification() {
		return this.verification;
	}

	/** The report in writing, or null. */
	public WrittenReport report() {
		return this.report;
	}

	/** The claim for compensation, or null. */
	public Claim claim() {
		return this.claim;
	}

	public String senderAnswer() {
		return this.senderAnswer;
	}

	public String senderAnswerNumber() {
		return this.senderAnswerNumber;
	}

	public Instant senderAnsweredAt() {
		return this.senderAnsweredAt;
	}

	public String publication() {
		return this.publication;
	}

	public String publishedWhere() {
		return this.publishedWhere;
	}

	public Instant publishedAt() {
		return this.publishedAt;
	}

	public Instant firstClosedAt() {
		return this.firstClosedAt;
	}

	public Instant lastClosedAt() {
		return this.lastClosedAt;
	}

	public int reopenedCount() {
		return this.reopenedCount;
	}

	/** When it was last taken up again, or null; limits then count from here. */
	public Instant reopenedAt() {
		return this.reopenedAt;
	}

	/**
	 * Until when the complainant may ask to take it up again, or null before it was
	 * closed.
	 */
	public Instant revisitUntil() {
		return this.revisitUntil;
	}

	public int entryCount() {
		return this.entryCount;
	}

	public RevisitResult revisit() {
		return this.revisit;
	}

	public String revisitRemark() {
		return this.revisitRemark;
	}

	/** What is done so that it does not happen again. Clause CM-2.3. */
	public String improvement() {
		return this.improvement;
	}

	/** The main record of the edition, or null where none was opened. */
	public QualityForm mainForm() {
		return this.mainForm;
	}

	public String mainSerial() {
		return this.mainSerial;
	}

	/** The record that the class asks for, or null. */
	public QualityForm classForm() {
		return this.classForm;
	}

	public String classSerial() {
		return this.classSerial;
	}

}
