package org.wuyeflow.record;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One insert or update of an {@link Audited} entity, as the change log keeps it. Written
 * by {@link ChangeLog} only, read here, never changed.
 */
@Entity
@Immutable
@IdClass(RecordChange.Key.class)
public class RecordChange {

	@Id
	private UUID entityId;

	@Id
	private int changeNumber;

	@Column(nullable = false, length = 60)
	private String entity;

	@Column(nullable = false, length = 64)
	private String officeId;

	@Column(length = 32)
	private String caseNumber;

	@Column(length = 100)
	private String process;

	@Column(length = 100)
	private String activity;

	@Column(length = 255)
	private String activityName;

	@Column(length = 64)
	private String stepId;

	@Column(nullable = false, length = 64)
	private String staffId;

	@Column(nullable = false, length = 100)
	private String staffName;

	@Column(nullable = false)
	private Instant changedAt;

	@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
	@Column(nullable = false, length = 1 << 24)
	private String fields;

	@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
	@Column(nullable = false, length = 1 << 24)
	private String personalFields;

	protected RecordChange() {
	}

	/** The number of the change of its entity, from 0 (the insert), without gaps. */
	public int changeNumber() {
		return this.changeNumber;
	}

	/** The public number of the case, or null. */
	public String caseNumber() {
		return this.caseNumber;
	}

	/** The Chinese name of the step in which it was written, or null outside of one. */
	public String activityName() {
		return this.activityName;
	}

	/** The name of who wrote it. */
	public String staffName() {
		return this.staffName;
	}

	/** When it was written, to the microsecond. */
	public Instant changedAt() {
		return this.changedAt;
	}

	/**
	 * The changed attributes as JSON: {@code {"status":{"old":"OPEN","new":"CLOSED"}}}.
	 */
	String fields() {
		return this.fields;
	}

	/** The changed attributes that hold personal data, in the same form. */
	String personalFields() {
		return this.personalFields;
	}

	/** The key: which change of which entity. */
	record Key(UUID entityId, int changeNumber) implements Serializable {
	}

}
