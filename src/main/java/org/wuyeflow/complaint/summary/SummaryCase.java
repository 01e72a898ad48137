package org.wuyeflow.complaint.summary;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.complaint.Channel;
import org.wuyeflow.complaint.ComplainantAnswer;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintStatus;
import org.wuyeflow.complaint.Origin;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.TimeOrderedId;

/**
 * A case behind the figures of a summary, as it stood at the end of the period. It is
 * written once and never changed; every figure is a count of such rows.
 */
@Entity
public class SummaryCase implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false)
	private UUID summaryId;

	@Column(nullable = false, length = 32)
	private String summaryNumber;

	@Column(nullable = false, length = 32)
	private String complaintNumber;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Coming came;

	@Column(nullable = false)
	private boolean closed;

	private Boolean answeredInTime;

	private Boolean limitKept;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "complainant_answer", length = 20)
	private ComplainantAnswer answer;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Origin origin;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Channel channel;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private SummaryKind kind;

	@Column(length = 64)
	private String department;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "complaint_status", nullable = false, length = 20)
	private ComplaintStatus status;

	@Column(nullable = false)
	private Instant receivedAt;

	@Column(nullable = false)
	private Instant registeredAt;

	private Instant respondBy;

	private Instant firstRespondedAt;

	private Instant dueAt;

	private Instant resultAt;

	private Instant closedAt;

	protected SummaryCase() {
	}

	/**
	 * The case in a period; no summary has it yet.
	 * @param complaint the complaint, of which only what never changes is read
	 * @param before how it stood when the period began, or null where it did not exist
	 * @param after how it stood when the period ended
	 * @param answered whether the complainant answered in the period
	 */
	private SummaryCase(Complaint complaint, Coming came, CaseThen before, CaseThen after, boolean answered) {
		this.id = TimeOrderedId.next();
		this.office = complaint.office();
		this.complaintNumber = complaint.number();
		this.came = came;
		this.closed = after.closed();
		boolean again = before != null && before.reopened() != after.reopened();
		this.answeredInTime = (before == null || before.answeredInTime().isEmpty())
				? after.answeredInTime().orElse(null) : null;
		this.limitKept = after.limitKept()
			.filter((kept) -> before == null || again || !Objects.equals(before.limitKept(), Optional.of(kept)))
			.orElse(null);
		this.answer = answered ? after.complainantAnswer() : null;
		this.origin = complaint.origin();
		this.channel = complaint.channel();
		this.kind = after.kind();
		this.department = after.department();
		this.status = after.status();
		this.receivedAt = complaint.receivedAt();
		this.registeredAt = complaint.registeredAt();
		this.respondBy = after.respondBy();
		this.firstRespondedAt = after.firstRespondedAt();
		this.dueAt = after.dueAt();
		this.resultAt = after.resultAt();
		this.closedAt = after.closedAt();
	}

	/** The case, where it was of this period: open at its beginning, new, or reopened. */
	static Optional<SummaryCase> of(Complaint complaint, Optional<CaseThen> before, Optional<CaseThen> after,
			boolean answered) {
		if (after.isEmpty()) {
			return Optional.empty();
		}
		Coming came = coming(before, after.get());
		return (came != null)
				? Optional.of(new SummaryCase(complaint, came, before.orElse(null), after.get(), answered))
				: Optional.empty();
	}

	private static Coming coming(Optional<CaseThen> before, CaseThen after) {
		if (before.isEmpty()) {
			return Coming.RECEIVED;
		}
		if (!before.get().closed()) {
			return Coming.CARRIED;
		}
		return (before.get().reopened() != after.reopened()) ? Coming.REOPENED : null;
	}

	void in(ComplaintSummary summary) {
		this.summaryId = summary.id();
		this.summaryNumber = summary.caseNumber();
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Override
	public String office() {
		return this.office;
	}

	/** The number of the summary's own case. */
	@Override
	public String caseNumber() {
		return this.summaryNumber;
	}

	/** The complaint's number. */
	public String complaintNumber() {
		return this.complaintNumber;
	}

	public Coming came() {
		return this.came;
	}

	/** Whether it was closed when the period ended. */
	public boolean closed() {
		return this.closed;
	}

	/**
	 * Whether the first answer came in time, where that was decided in the period; else
	 * null.
	 */
	public Boolean answeredInTime() {
		return this.answeredInTime;
	}

	/**
	 * Whether the limit was kept, where that was decided in the period; else null.
	 */
	public Boolean limitKept() {
		return this.limitKept;
	}

	/** What the complainant said to the result in the period, or null. */
	public ComplainantAnswer answer() {
		return this.answer;
	}

	public Origin origin() {
		return this.origin;
	}

	public Channel channel() {
		return this.channel;
	}

	public SummaryKind kind() {
		return this.kind;
	}

	/** The role id of the department that handled it, or null where none did. */
	public String department() {
		return this.department;
	}

	public ComplaintStatus status() {
		return this.status;
	}

	public Instant receivedAt() {
		return this.receivedAt;
	}

	public Instant registeredAt() {
		return this.registeredAt;
	}

	/** Until when there should have been a result, or null. */
	public Instant dueAt() {
		return this.dueAt;
	}

	/** When there was a result, or null. */
	public Instant resultAt() {
		return this.resultAt;
	}

	/** When it was closed, or null where it was open at the end of the period. */
	public Instant closedAt() {
		return this.closedAt;
	}

}
