package org.wuyeflow.mail;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormPart;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * Somebody has fetched one or more items and signed once for all of them. Clause
 * CP-5.3.3.D.
 */
@Entity
public class PickUp implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@FormField("领取单号")
	@Column(name = "pick_up_number", nullable = false, length = 32)
	private String number;

	@FormPart
	@Embedded
	private Receiver receiver;

	@FormField(value = "领取人签字", listed = true)
	@Personal(Personal.Kind.NAME)
	@Column(nullable = false, length = 60)
	private String signature;

	@FormField("领取时间")
	@Column(nullable = false)
	private Instant pickedUpAt;

	@Column(nullable = false, length = 64)
	private String handedById;

	@FormField("交付人")
	@Column(nullable = false, length = 100)
	private String handedByName;

	protected PickUp() {
	}

	PickUp(String office, String number, Receiver receiver, String signature, Instant at, Staff by) {
		this.id = TimeOrderedId.next();
		this.office = office;
		this.number = number;
		this.receiver = receiver;
		this.signature = signature;
		this.pickedUpAt = at;
		this.handedById = by.id();
		this.handedByName = by.name();
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
		return null;
	}

	/** The number within the office: {@code LQ-2026-00001}. */
	public String number() {
		return this.number;
	}

	public Receiver receiver() {
		return this.receiver;
	}

	/** The name that was signed. */
	public String signature() {
		return this.signature;
	}

	public Instant at() {
		return this.pickedUpAt;
	}

}
