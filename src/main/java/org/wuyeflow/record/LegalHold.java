package org.wuyeflow.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;

/**
 * Keeps a record, and all others of its case, from being erased when their retention
 * ends: a dispute, a claim, an inquiry.
 */
@Entity
public class LegalHold implements OfRecord {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(length = 32)
	private String caseNumber;

	@Column(nullable = false)
	private UUID recordId;

	@Column(nullable = false, length = 32)
	private String heldSerial;

	@FormField("保留理由")
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 10000)
	private String reason;

	@FormField("保留至")
	private LocalDate holdUntil;

	@FormField("设定时间")
	@Column(nullable = false)
	private Instant placedAt;

	@Column(nullable = false, length = 64)
	private String placedById;

	@FormField("设定人")
	@Column(nullable = false, length = 100)
	private String placedByName;

	@FormField("解除时间")
	private Instant liftedAt;

	@Column(length = 64)
	private String liftedById;

	@FormField("解除人")
	@Column(length = 100)
	private String liftedByName;

	@FormField("解除理由")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String liftingReason;

	protected LegalHold() {
	}

	LegalHold(QualityRecord record, String reason, LocalDate until, Staff by, Instant at) {
		this.id = TimeOrderedId.next();
		this.office = record.office();
		this.caseNumber = record.caseNumber();
		this.recordId = record.id();
		this.heldSerial = record.serial();
		this.reason = reason;
		this.holdUntil = until;
		this.placedAt = at;
		this.placedById = by.id();
		this.placedByName = by.name();
	}

	void lift(String why, Staff by, Instant at) {
		if (this.liftedAt != null) {
			throw Refusal.conflict("这项法律保留已经解除。");
		}
		this.liftedAt = at;
		this.liftedById = by.id();
		this.liftedByName = by.name();
		this.liftingReason = why;
	}

	/** Whether it holds on this day. */
	boolean holds(LocalDate today) {
		return this.liftedAt == null && (this.holdUntil == null || !this.holdUntil.isBefore(today));
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

	/** The serial of the record on whose page it was placed. */
	public String heldSerial() {
		return this.heldSerial;
	}

	public String reason() {
		return this.reason;
	}

	/** The last day on which it holds, or null where it holds until it is lifted. */
	public LocalDate until() {
		return this.holdUntil;
	}

	public Instant placedAt() {
		return this.placedAt;
	}

	/** The name of who placed it. */
	public String placedBy() {
		return this.placedByName;
	}

}
