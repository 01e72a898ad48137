package org.wuyeflow.complaint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormPart;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityRecord;

/**
 * A form that a complaint is recorded on. What the form says of the complaint is read
 * from the complaint; its own are the columns that only this form has, and where its
 * original and its copies are. Clauses CC-3.2, CC-5.1.2.A, CC-5.2, CS-1.2, CS-3.1.2.A,
 * CS-3.2.
 */
@MappedSuperclass
public abstract class ComplaintForm extends QualityRecord {

	@FormPart
	@ManyToOne(fetch = FetchType.EAGER, optional = false)
	@JoinColumn(name = "complaint_id")
	private Complaint complaint;

	@FormField("原件保存")
	@Column(nullable = false, length = 64)
	private String originalHolder;

	@FormField("原件签收时间")
	private Instant originalReceivedAt;

	@FormField("原件签收人")
	@Column(length = 100)
	private String originalReceivedBy;

	@FormField("原件存放位置")
	@Column(length = 100)
	private String originalPlace;

	@FormField("复印件保存")
	@Column(length = 64)
	private String copyHolder;

	@FormField("复印件交存时间")
	private Instant copiesDeliveredAt;

	@FormField("归档备注")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String filingRemark;

	protected ComplaintForm() {
	}

	ComplaintForm(Complaint complaint, House house) {
		super(complaint.office(), complaint.number(), house);
		this.complaint = complaint;
		this.originalHolder = complaint.receiverName();
	}

	void kept(String holder, String copies) {
		this.originalHolder = holder;
		this.copyHolder = copies;
	}

	void filed(Instant receivedAt, Staff by, String place, boolean copied, String remark) {
		this.originalReceivedAt = receivedAt;
		this.originalReceivedBy = by.name();
		this.originalPlace = place;
		this.copiesDeliveredAt = (copied && this.copyHolder != null) ? receivedAt : null;
		this.filingRemark = remark;
	}

	public Complaint complaint() {
		return this.complaint;
	}

	/** Who keeps the original: a post, or the receiver until the table has named one. */
	public String originalHolder() {
		return this.originalHolder;
	}

	/** When the holder received the original, or null before. */
	public Instant originalReceivedAt() {
		return this.originalReceivedAt;
	}

	/** Where the original lies, or null before it was received. */
	public String originalPlace() {
		return this.originalPlace;
	}

	/** The post that keeps a copy, or null. */
	public String copyHolder() {
		return this.copyHolder;
	}

	/** When the copies were handed over, or null. */
	public Instant copiesDeliveredAt() {
		return this.copiesDeliveredAt;
	}

}
