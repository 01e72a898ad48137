package org.wuyeflow.deadline;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormLine;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * One line of the deadline ledger: what became of a deadline, by whom, why, and whether
 * whom it was promised to was told. Lines are added, never changed and never removed.
 */
@Entity
public class DeadlineEntry implements Audited, FormLine {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(nullable = false)
	private UUID deadlineId;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false, length = 32)
	private String caseNumber;

	@Column(nullable = false)
	private int entryNumber;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Purpose purpose;

	@FormField("事项")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private EntryKind kind;

	@FormField("原时限")
	private Instant oldDueAt;

	@FormField("时限")
	private Instant newDueAt;

	@FormField("内容")
	@Column(name = "entry_text", nullable = false, length = 400)
	private String text;

	@FormField("原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 2000)
	private String reason;

	@FormField("时间")
	@Column(nullable = false)
	private Instant madeAt;

	@Column(nullable = false, length = 64)
	private String madeById;

	@FormField("经办人")
	@Column(nullable = false, length = 100)
	private String madeByName;

	@FormField("告知时间")
	private Instant toldAt;

	@FormField("告知方式")
	@Column(length = 20)
	private String toldHow;

	protected DeadlineEntry() {
	}

	DeadlineEntry(CaseDeadline deadline, int number, EntryKind kind, Instant oldDueAt, Instant newDueAt, String text,
			String reason, Told told, Instant at, Staff by) {
		this.id = TimeOrderedId.next();
		this.deadlineId = deadline.id();
		this.office = deadline.office();
		this.caseNumber = deadline.caseNumber();
		this.entryNumber = number;
		this.purpose = deadline.purpose();
		this.kind = kind;
		this.oldDueAt = oldDueAt;
		this.newDueAt = newDueAt;
		this.text = text;
		this.reason = reason;
		this.madeAt = at;
		this.madeById = by.id();
		this.madeByName = by.name();
		if (told != null) {
			this.toldAt = told.at();
			this.toldHow = told.how();
		}
	}

	@PreUpdate
	void refuse() {
		throw Refusal.forbidden("时限台账只能添加，不能修改。");
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

	public EntryKind kind() {
		return this.kind;
	}

	/** The due time before, or null where there was none. */
	public Instant oldDueAt() {
		return this.oldDueAt;
	}

	/** The due time since then. */
	public Instant newDueAt() {
		return this.newDueAt;
	}

	/** What happened, in Chinese, without the reason. */
	public String text() {
		return this.text;
	}

	/** Why, as somebody wrote it, or null. */
	public String reason() {
		return this.reason;
	}

	/** When whom it was promised to was told, or null where he was not. */
	public Instant toldAt() {
		return this.toldAt;
	}

	/** How he was told, in Chinese, or null. */
	public String toldHow() {
		return this.toldHow;
	}

	@Override
	public Instant at() {
		return this.madeAt;
	}

	@Override
	public String by() {
		return this.madeByName;
	}

	@Override
	public String what() {
		return this.purpose.label() + "：" + this.text + ((this.reason != null) ? "。原因：" + this.reason : "")
				+ ((this.toldHow != null) ? "（已" + this.toldHow + "告知）" : "");
	}

}
