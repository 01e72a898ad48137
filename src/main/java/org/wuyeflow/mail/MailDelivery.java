package org.wuyeflow.mail;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * What one carrier puts on the counter at one time: any number of items and one signature
 * of the courier. Clauses CP-5.3.3.B, PP-5.3.3.
 */
@Entity
public class MailDelivery implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@FormField("交接单号")
	@Column(name = "delivery_number", nullable = false, length = 32)
	private String number;

	@FormField("承运单位")
	@Column(nullable = false, length = 40)
	private String carrier;

	@Column(nullable = false)
	private Instant openedAt;

	@Column(nullable = false, length = 64)
	private String openedById;

	@Column(nullable = false, length = 100)
	private String openedByName;

	@Column(nullable = false)
	private int itemCount;

	@FormField("投递员签字")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String courierSignature;

	@FormField("交接时间")
	private Instant signedAt;

	protected MailDelivery() {
	}

	MailDelivery(String office, String number, String carrier, Instant at, Staff by) {
		this.id = TimeOrderedId.next();
		this.office = office;
		this.number = number;
		this.carrier = carrier;
		this.openedAt = at;
		this.openedById = by.id();
		this.openedByName = by.name();
	}

	/**
	 * One more item belongs to it.
	 * @throws Refusal (409) where the courier has signed already
	 */
	void take() {
		if (signed()) {
			throw Refusal.conflict("交接单 " + this.number + " 投递员已经签字，不能再加邮件；请另开一张交接单。");
		}
		this.itemCount++;
	}

	/**
	 * The courier signs for all of it.
	 * @throws Refusal (409) where it is signed already or empty
	 */
	void sign(String courier, Instant at) {
		if (signed()) {
			throw Refusal.conflict("交接单 " + this.number + " 已经签字。");
		}
		if (this.itemCount == 0) {
			throw Refusal.conflict("交接单 " + this.number + " 还没有登记邮件，请先登记。");
		}
		this.courierSignature = courier;
		this.signedAt = at;
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

	/** The number within the office: {@code JJ-2026-00001}. */
	public String number() {
		return this.number;
	}

	/** Who brings it, in Chinese. */
	public String carrier() {
		return this.carrier;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	/** The name of who took it in. */
	public String openedBy() {
		return this.openedByName;
	}

	/** How many items belong to it. */
	public int itemCount() {
		return this.itemCount;
	}

	/** Who signed for the carrier, or null. */
	public String courierSignature() {
		return this.courierSignature;
	}

	/** Whether the courier has signed. */
	public boolean signed() {
		return this.signedAt != null;
	}

}
