package org.wuyeflow.record;

import java.time.Instant;
import java.util.UUID;

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

/**
 * That a column of a closed record shall say something else, asked for by one and decided
 * by another. The values stand in it as the change log writes them.
 */
@Entity
public class RecordCorrection implements OfRecord {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 40)
	private QualityForm form;

	@Column(nullable = false)
	private UUID recordId;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false, length = 32)
	private String serial;

	@Column(length = 32)
	private String caseNumber;

	@Column(nullable = false, length = 100)
	private String attribute;

	@FormField("更正栏目")
	@Column(nullable = false, length = 100)
	private String label;

	@FormField("原内容")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 12000)
	private String oldValue;

	@FormField("更正为")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 12000)
	private String newValue;

	@FormField("更正理由")
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 500)
	private String reason;

	@Column(nullable = false, length = 64)
	private String proposedById;

	@FormField("提出人")
	@Column(nullable = false, length = 100)
	private String proposedByName;

	@Column(nullable = false)
	private Instant proposedAt;

	@FormField("更正状态")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "correction_state", nullable = false, length = 20)
	private State state;

	@Column(length = 64)
	private String decidedById;

	@FormField("复核人")
	@Column(length = 100)
	private String decidedByName;

	private Instant decidedAt;

	@FormField("复核意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 500)
	private String remark;

	protected RecordCorrection() {
	}

	RecordCorrection(QualityForm form, QualityRecord record, RegisterColumn column, String oldValue, String newValue,
			String reason, Staff by, Instant at) {
		this.id = TimeOrderedId.next();
		this.form = form;
		this.recordId = record.id();
		this.office = record.office();
		this.serial = record.serial();
		this.caseNumber = record.caseNumber();
		this.attribute = column.attribute();
		this.label = column.label();
		this.oldValue = oldValue;
		this.newValue = newValue;
		this.reason = reason;
		this.proposedById = by.id();
		this.proposedByName = by.name();
		this.proposedAt = at;
		this.state = State.PROPOSED;
	}

	/**
	 * Decides it.
	 * @throws Refusal (409) where it is decided already, (403) where the one who asked
	 * for it would decide it himself
	 */
	void decide(State decision, Staff by, String words, Instant at) {
		if (this.state != State.PROPOSED) {
			throw Refusal.conflict("这项更正已由" + this.decidedByName + "处理，不需要再办。");
		}
		if (decision != State.WITHDRAWN && this.proposedById.equals(by.id())) {
			throw Refusal.forbidden("更正须由另一个人复核，不能复核自己提出的更正。");
		}
		if (decision == State.WITHDRAWN && !this.proposedById.equals(by.id())) {
			throw Refusal.forbidden("只有提出人可以撤回这项更正。");
		}
		this.state = decision;
		this.decidedById = by.id();
		this.decidedByName = by.name();
		this.decidedAt = at;
		this.remark = words;
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

	@Override
	public UUID recordId() {
		return this.recordId;
	}

	public QualityForm form() {
		return this.form;
	}

	public String serial() {
		return this.serial;
	}

	String attribute() {
		return this.attribute;
	}

	public String label() {
		return this.label;
	}

	String oldValue() {
		return this.oldValue;
	}

	String newValue() {
		return this.newValue;
	}

	public String reason() {
		return this.reason;
	}

	String proposedById() {
		return this.proposedById;
	}

	/** The name of who asked for it. */
	public String proposedBy() {
		return this.proposedByName;
	}

	public Instant proposedAt() {
		return this.proposedAt;
	}

	public State state() {
		return this.state;
	}

	/** The name of who decided it, or null before. */
	public String decidedBy() {
		return this.decidedByName;
	}

	/** When it was decided, or null before. */
	public Instant decidedAt() {
		return this.decidedAt;
	}

	/** What was said about it when it was decided, or null. */
	public String remark() {
		return this.remark;
	}

	/** What has become of it. */
	enum State implements Labelled {

		PROPOSED("待复核"), CONFIRMED("已更正"), REJECTED("未同意"), WITHDRAWN("已撤回");

		private final String label;

		State(String label) {
			this.label = label;
		}

		@Override
		public String label() {
			return this.label;
		}

	}

}
