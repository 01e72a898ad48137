package org.wuyeflow.complaint.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordOf;
import org.wuyeflow.record.RecordStatus;

/**
 * 投诉汇总: the summary of a period. Its figures are frozen when it is made; what people
 * write to them is added by the steps. Clauses CC-5.3, CM-2.3, CS-3.4.
 */
@Entity
@RecordOf(value = QualityForm.COMPLAINT_SUMMARY, ofHouse = false)
public class ComplaintSummary extends QualityRecord {

	@FormField(value = "种类", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private PeriodKind periodKind;

	@FormField(value = "期间", listed = true)
	@Column(nullable = false, length = 60)
	private String periodLabel;

	@Column(nullable = false)
	private LocalDate firstDay;

	@Column(nullable = false)
	private LocalDate lastDay;

	@FormField("应完成时间")
	@Column(nullable = false)
	private Instant dueAt;

	@FormField("应完成时间的规则")
	@Column(nullable = false, length = 400)
	private String dueExplanation;

	@FormField(value = "本期收到（件）", listed = true)
	@Column(nullable = false)
	private int receivedCount;

	@FormField(value = "本期办结（件）", listed = true)
	@Column(nullable = false)
	private int closedCount;

	@FormField(value = "期末未办结（件）", listed = true)
	@Column(nullable = false)
	private int openCount;

	@FormField(value = "超过时限（件）", listed = true)
	@Column(nullable = false)
	private int missedCount;

	@FormField("响应率")
	@Column(nullable = false, length = 40)
	private String answerRate;

	@FormField("解决率")
	@Column(nullable = false, length = 40)
	private String solutionRate;

	@FormField("满意率")
	@Column(nullable = false, length = 40)
	private String satisfactionRate;

	@FormField("按时率")
	@Column(nullable = false, length = 40)
	private String punctualityRate;

	@FormField("按类别")
	@Column(length = 2000)
	private String byKind;

	@FormField("按投诉方式")
	@Column(length = 2000)
	private String byChannel;

	@FormField("按处理部门")
	@Column(length = 2000)
	private String byDepartment;

	@Column(nullable = false, length = 1000)
	private String figures;

	@Column(nullable = false, length = 1000)
	private String figuresBefore;

	@FormField("情况分析")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String situation;

	@FormField("超过时限的原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String lateCauses;

	@FormField("整改措施")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String improvement;

	@FormField("向业主说明")
	@Column(length = 10000)
	private String publicStatement;

	@FormField("编制人")
	@Column(length = 100)
	private String preparedBy;

	@FormField("编制时间")
	private Instant preparedAt;

	@FormField("审阅意见")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ReviewOutcome reviewOutcome;

	@FormField("需要补充或修改")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String reviewRemark;

	@FormField("审阅人")
	@Column(length = 100)
	private String reviewedBy;

	@FormField("审阅时间")
	private Instant reviewedAt;

	@FormField("公布时间")
	private Instant publishedAt;

	@FormField("抄送")
	@Column(length = 200)
	private String copiedTo;

	@FormField("抄送时间")
	private Instant copiedAt;

	@FormField("抄件阅知")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String acknowledgements;

	@FormField("存档时间")
	private Instant archivedAt;

	@FormField("账本指纹")
	@Column(length = 200)
	private String ledgerHead;

	protected ComplaintSummary() {
	}

	ComplaintSummary(String office, String number, Period period, Timetable.Due due, Collection<SummaryCase> cases,
			Figures before, String ledgerHead) {
		super(office, number, null);
		this.periodKind = period.kind();
		this.periodLabel = period.label();
		this.firstDay = period.first();
		this.lastDay = period.last();
		this.dueAt = due.at();
		this.dueExplanation = due.explanation();
		Figures now = Figures.of(cases);
		this.receivedCount = now.of(Figure.RECEIVED);
		this.closedCount = now.of(Figure.CLOSED);
		this.openCount = now.of(Figure.OPEN);
		this.missedCount = now.of(Figure.LIMIT_MISSED);
		this.answerRate = Rate.ANSWER.of(now);
		this.solutionRate = Rate.SOLUTION.of(now);
		this.satisfactionRate = Rate.SATISFACTION.of(now);
		this.punctualityRate = Rate.PUNCTUALITY.of(now);
		this.byKind = Breakdown.of(cases, Dimension.KIND).text();
		this.byChannel = Breakdown.of(cases, Dimension.CHANNEL).text();
		this.byDepartment = Breakdown.of(cases, Dimension.DEPARTMENT).text();
		this.figures = now.stored();
		this.figuresBefore = before.stored();
		this.ledgerHead = ledgerHead;
		cases.forEach((one) -> one.in(this));
	}

	void prepared(Report report, String by, Instant now) {
		requireOpen();
		if (this.missedCount > 0 && report.lateCauses() == null) {
			throw new Refusal("本期有 " + this.missedCount + " 件投诉超过时限，请填写「超过时限的原因」。");
		}
		this.situation = report.situation();
		this.lateCauses = report.lateCauses();
		this.improvement = report.improvement();
		this.publicStatement = report.publicStatement();
		this.preparedBy = by;
		this.preparedAt = now;
	}

	void reviewed(ReviewOutcome outcome, String remark, String by, Instant now) {
		requireOpen();
		this.reviewOutcome = outcome;
		this.reviewRemark = remark;
		this.reviewedBy = by;
		this.reviewedAt = now;
	}

	void published(Instant now) {
		requireAgreed();
		this.publishedAt = now;
	}

	void copied(String to, Instant now) {
		requireAgreed();
		this.copiedTo = to;
		this.copiedAt = now;
	}

	void archived(Instant now) {
		requireAgreed();
		this.archivedAt = now;
		close();
	}

	void acknowledged(String line) {
		requireAgreed();
		this.acknowledgements = (this.acknowledgements != null) ? this.acknowledgements + "\n" + line : line;
	}

	private void requireOpen() {
		if (recordStatus() != RecordStatus.OPEN) {
			throw Refusal.conflict("汇总 " + serial() + " 已经存档，不能再改。");
		}
	}

	private void requireAgreed() {
		if (this.reviewOutcome != ReviewOutcome.AGREED) {
			throw Refusal.conflict("汇总 " + serial() + " 还没有审阅同意，不能公布、抄送和存档。");
		}
	}

	/** The period that it sums up. */
	public Period period() {
		return new Period(this.periodKind, this.firstDay);
	}

	/** Until when it shall be done. */
	public Instant dueAt() {
		return this.dueAt;
	}

	/** Why until then. */
	public String dueExplanation() {
		return this.dueExplanation;
	}

	/** The figures of the period. */
	public Figures figures() {
		return Figures.parse(this.figures);
	}

	/** The figures of the period before it. */
	public Figures figuresBefore() {
		return Figures.parse(this.figuresBefore);
	}

	/** What the figures show, in words; null until it is prepared. */
	public String situation() {
		return this.situation;
	}

	/** Why limits were missed, or null. */
	public String lateCauses() {
		return this.lateCauses;
	}

	/** What is done so that it does not happen again; null until it is prepared. */
	public String improvement() {
		return this.improvement;
	}

	/** What is said to everybody beside the figures, or null. */
	public String publicStatement() {
		return this.publicStatement;
	}

	/** Who prepared it, or null. */
	public String preparedBy() {
		return this.preparedBy;
	}

	/** What the reader decided last, or null. */
	public ReviewOutcome reviewOutcome() {
		return this.reviewOutcome;
	}

	/** What the reader misses, or null. */
	public String reviewRemark() {
		return this.reviewRemark;
	}

	/** Who read or approved it, or null. */
	public String reviewedBy() {
		return this.reviewedBy;
	}

	/** When it was put on the board, or null. */
	public Instant publishedAt() {
		return this.publishedAt;
	}

	/** The roles that were sent a copy, or null. */
	public String copiedTo() {
		return this.copiedTo;
	}

	/** Who has read his copy, a line each, or null. */
	public String acknowledgements() {
		return this.acknowledgements;
	}

	/** When it was filed, or null. */
	public Instant archivedAt() {
		return this.archivedAt;
	}

	/**
	 * The newest seal of the records' ledger when the figures were frozen, as it is
	 * printed: an anchor on paper. Null where nothing was sealed yet.
	 */
	public String ledgerHead() {
		return this.ledgerHead;
	}

	/**
	 * What the one who prepares a summary writes to its figures.
	 *
	 * @param situation what the figures show
	 * @param lateCauses why limits were missed, or null
	 * @param improvement what is done about it
	 * @param publicStatement what is said to everybody, or null
	 */
	public record Report(String situation, String lateCauses, String improvement, String publicStatement) {
	}

}
