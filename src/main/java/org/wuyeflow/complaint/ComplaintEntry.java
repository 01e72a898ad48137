package org.wuyeflow.complaint;

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
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormLine;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * Something that was done about a complaint. Never changed once it is written.
 */
@Entity
public class ComplaintEntry implements Audited, FormLine {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "complaint_id", nullable = false)
	private UUID complaintId;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false, length = 32)
	private String caseNumber;

	@Column(nullable = false)
	private int entryNumber;

	@FormField("时间")
	@Column(nullable = false)
	private Instant madeAt;

	@Column(nullable = false, length = 64)
	private String madeById;

	@FormField("经办人")
	@Column(nullable = false, length = 100)
	private String madeByName;

	@FormField("事项")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private EntryKind kind;

	@FormField("内容")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "entry_text", nullable = false, length = 12000)
	private String text;

	@FormField("告知投诉人时间")
	private Instant toldAt;

	@FormField("告知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private TellingWay toldHow;

	protected ComplaintEntry() {
	}

	ComplaintEntry(Complaint complaint, Instant at, Staff by, EntryKind kind, String text, Telling telling) {
		this.id = TimeOrderedId.next();
		this.complaintId = complaint.id();
		this.office = complaint.office();
		this.caseNumber = complaint.number();
		this.entryNumber = complaint.nextEntry();
		this.madeAt = at;
		this.madeById = by.id();
		this.madeByName = by.name();
		this.kind = kind;
		this.text = text;
		if (telling != null) {
			this.toldAt = telling.at();
			this.toldHow = telling.way();
		}
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
	public Instant at() {
		return this.madeAt;
	}

	@Override
	public String by() {
		return this.madeByName;
	}

	@Override
	public String what() {
		return this.kind.label() + "：" + this.text
				+ ((this.toldHow != null) ? "（" + this.toldHow.label() + "告知投诉人）" : "");
	}

	public EntryKind kind() {
		return this.kind;
	}

	public String text() {
		return this.text;
	}

	/** When the complainant was told of it, or null where he was not. */
	public Instant toldAt() {
		return this.toldAt;
	}

	/** How the complainant was told of it, or null. */
	public TellingWay toldHow() {
		return this.toldHow;
	}

}
