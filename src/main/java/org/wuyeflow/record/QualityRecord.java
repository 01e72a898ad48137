package org.wuyeflow.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;

/**
 * One filled-in form of a register. A subclass is an entity with {@link RecordOf}, its
 * columns marked by {@link FormField} and {@link Personal}; it is written to the register
 * by {@link RecordBook#enter}, which gives it its serial.
 */
@MappedSuperclass
public abstract class QualityRecord implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@FormField(value = "编号", listed = true)
	@Column(nullable = false, length = 32)
	private String serial;

	@FormField(value = "业务编号", listed = true)
	@Column(length = 32)
	private String caseNumber;

	private UUID houseId;

	@FormField(value = "房号", listed = true)
	@Column(length = 40)
	private String houseNumber;

	@FormField(value = "登记时间", listed = true)
	@Column(nullable = false)
	private Instant recordedAt;

	@Column(nullable = false, length = 64)
	private String recordedById;

	@FormField(value = "登记人", listed = true)
	@Column(nullable = false, length = 100)
	private String recordedByName;

	@FormField(value = "状态", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "record_status", nullable = false, length = 20)
	private RecordStatus recordStatus;

	protected QualityRecord() {
	}

	/**
	 * A new record, not yet in its register.
	 * @param office the office's id
	 * @param caseNumber the public number of the case, or null
	 * @param house the house that it is about, or null
	 */
	protected QualityRecord(String office, String caseNumber, House house) {
		this.id = TimeOrderedId.next();
		this.office = office;
		this.caseNumber = caseNumber;
		this.recordStatus = RecordStatus.OPEN;
		if (house != null) {
			at(house);
		}
	}

	/** Says which house it is about, where that turns out later. */
	protected final void at(House house) {
		this.houseId = house.id();
		this.houseNumber = house.number();
	}

	final void register(String serial, Instant at, Staff by) {
		if (this.serial != null) {
			throw new IllegalStateException("Record " + this.serial + " is in its register already");
		}
		this.serial = serial;
		this.recordedAt = at;
		this.recordedById = by.id();
		this.recordedByName = by.name();
	}

	/**
	 * Closes the record.
	 * @throws Refusal (409) where it is closed already
	 */
	public void close() {
		if (this.recordStatus == RecordStatus.CLOSED) {
			throw Refusal.conflict("记录 " + this.serial + " 已经办结。");
		}
		this.recordStatus = RecordStatus.CLOSED;
	}

	/** Takes a closed record up again. */
	public void reopen() {
		this.recordStatus = RecordStatus.OPEN;
	}

	/** Marks that the case turned out to belong on another form. */
	public void replace() {
		this.recordStatus = RecordStatus.REPLACED;
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

	/** The serial within office, form and year: {@code GJ-2026-00001}. */
	public String serial() {
		return this.serial;
	}

	/** The house's id, or null. */
	public UUID houseId() {
		return this.houseId;
	}

	/** The house's number as it was written down, or null. */
	public String houseNumber() {
		return this.houseNumber;
	}

	public Instant recordedAt() {
		return this.recordedAt;
	}

	/** The name of who wrote it down. */
	public String recordedBy() {
		return this.recordedByName;
	}

	public RecordStatus recordStatus() {
		return this.recordStatus;
	}

}
