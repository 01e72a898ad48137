package org.wuyeflow.key;

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
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormLine;
import org.wuyeflow.record.OfRecord;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * A line of the key list's log. Never changed once it is written.
 */
@Entity
public class KeyEntry implements OfRecord, FormLine {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "house_key_id", nullable = false)
	private UUID recordId;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(length = 32)
	private String caseNumber;

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

	@FormField("相关人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String person;

	protected KeyEntry() {
	}

	KeyEntry(HouseKey key, String caseNumber, Instant at, Staff by, EntryKind kind, String text, String person) {
		this.id = TimeOrderedId.next();
		this.recordId = key.id();
		this.office = key.office();
		this.caseNumber = caseNumber;
		this.madeAt = at;
		this.madeById = by.id();
		this.madeByName = by.name();
		this.kind = kind;
		this.text = text;
		this.person = person;
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
		return this.kind.label() + "：" + this.text;
	}

	@Override
	public String person() {
		return this.person;
	}

	public EntryKind kind() {
		return this.kind;
	}

	public String text() {
		return this.text;
	}

}
