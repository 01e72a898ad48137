package org.wuyeflow.record;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.ledger.ChangeForm;
import org.wuyeflow.record.ledger.PersonalText;
import org.wuyeflow.record.ledger.Stamps;

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

	@Column(nullable = false, length = 1_000_000)
	private String fields;

	@Column(nullable = false, length = 1_000_000)
	private String personalFields;

	@Column(length = 16)
	private byte[] personalSalt;

	@Column(length = 32)
	private byte[] personalHash;

	@Column(length = 32)
	private byte[] leaf;

	@Column(length = 32)
	private byte[] stamp;

	@Column(insertable = false)
	private Long sealNumber;

	protected RecordChange() {
	}

	RecordChange(Audited audited, int number, Staff by, Instant at, Optional<WorkContext> step, String fields,
			String personalFields) {
		this.entityId = audited.id();
		this.changeNumber = number;
		this.entity = audited.getClass().getSimpleName();
		this.officeId = audited.office();
		this.caseNumber = (audited.caseNumber() != null) ? audited.caseNumber()
				: step.map(WorkContext::caseNumber).orElse(null);
		this.process = step.map(WorkContext::process).orElse(null);
		this.activity = step.map(WorkContext::activity).orElse(null);
		this.activityName = step.map(WorkContext::activityName).orElse(null);
		this.stepId = step.map(WorkContext::stepId).orElse(null);
		this.staffId = by.id();
		this.staffName = by.name();
		this.changedAt = at;
		this.fields = fields;
		this.personalFields = personalFields;
	}

	/**
	 * Puts it on the ledger: its stamp, and the salted hash of what is personal in it.
	 */
	void stamp(Stamps stamps) {
		if (!ChangeForm.NOTHING_PERSONAL.equals(this.personalFields)) {
			PersonalText personal = stamps.personal(this.personalFields);
			this.personalSalt = personal.salt();
			this.personalHash = personal.hash();
		}
		Stamps.Stamp given = stamps.of(new ChangeForm(this.entityId, this.changeNumber, this.entity, this.officeId,
				this.caseNumber, this.process, this.activity, this.activityName, this.stepId, this.staffId,
				this.staffName, this.changedAt, this.fields, this.personalHash));
		this.leaf = given.leaf();
		this.stamp = given.code();
	}

	/** Which entity was changed. */
	UUID entityId() {
		return this.entityId;
	}

	/** The simple name of the entity's class. */
	String entity() {
		return this.entity;
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

	/**
	 * The changed attributes that hold personal data, in the same form; none once they
	 * were erased.
	 */
	String personalFields() {
		return PersonalText.ERASED.equals(this.personalFields) ? ChangeForm.NOTHING_PERSONAL : this.personalFields;
	}

	/** Whether it is the change that erased what was personal. */
	boolean erases() {
		return Erasure.PROCESS.equals(this.process);
	}

	/** The number of the block that seals it, or null as long as none does. */
	public Long sealNumber() {
		return this.sealNumber;
	}

	/** The key: which change of which entity. */
	record Key(UUID entityId, int changeNumber) implements Serializable {
	}

}
