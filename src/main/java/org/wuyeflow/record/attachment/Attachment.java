package org.wuyeflow.record.attachment;

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
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.OfRecord;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * A file that was attached to a case or a record. The file itself lies in a table of its
 * own; its hash and that of its thumbnail are here, and so in the change log. It is never
 * deleted: what was attached by mistake is withdrawn, with a reason.
 */
@Entity
public class Attachment implements OfRecord {

	/** The longest reason for a withdrawal, in chars. */
	static final int LONGEST_REASON = 200;

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(length = 32)
	private String caseNumber;

	private UUID recordId;

	@FormField("附件类别")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private AttachmentKind kind;

	@FormField("文件名")
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 200)
	private String fileName;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 10)
	private FileType fileType;

	@FormField("大小（字节）")
	@Column(nullable = false)
	private int sizeInBytes;

	@FormField("内容摘要（SHA-256）")
	@Column(nullable = false, length = 64)
	private String sha256;

	@Column(length = 64)
	private String thumbnailSha256;

	@FormField("上传时间")
	@Column(nullable = false)
	private Instant attachedAt;

	@Column(nullable = false, length = 64)
	private String attachedById;

	@FormField("上传人")
	@Column(nullable = false, length = 100)
	private String attachedByName;

	@FormField("撤回时间")
	private Instant withdrawnAt;

	@FormField("撤回人")
	@Column(length = 100)
	private String withdrawnByName;

	@FormField("撤回原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = LONGEST_REASON)
	private String withdrawalReason;

	protected Attachment() {
	}

	Attachment(Folder folder, AttachmentKind kind, CheckedFile file, Instant at, Staff by) {
		this.id = TimeOrderedId.next();
		this.office = folder.office();
		this.caseNumber = folder.caseNumber();
		this.recordId = folder.recordId();
		this.kind = kind;
		this.fileName = file.name();
		this.fileType = file.type();
		this.sizeInBytes = file.content().length;
		this.sha256 = file.sha256();
		this.thumbnailSha256 = (file.thumbnail() != null) ? CheckedFile.sha256(file.thumbnail()) : null;
		this.attachedAt = at;
		this.attachedById = by.id();
		this.attachedByName = by.name();
	}

	/**
	 * Withdraws it.
	 * @param reason why, 1 to 200 chars
	 * @throws Refusal (409) where it is withdrawn already
	 */
	void withdraw(String reason, Instant at, Staff by) {
		if (withdrawn()) {
			throw Refusal.conflict("附件「" + this.fileName + "」已由 " + this.withdrawnByName + " 撤回。");
		}
		this.withdrawnAt = at;
		this.withdrawnByName = by.name();
		this.withdrawalReason = reason;
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

	Folder folder() {
		return new Folder(this.office, this.caseNumber, this.recordId);
	}

	public AttachmentKind kind() {
		return this.kind;
	}

	/**
	 * The name as it was uploaded, with an ending that goes with the content; empty once
	 * it was erased.
	 */
	public String fileName() {
		return this.fileName;
	}

	FileType fileType() {
		return this.fileType;
	}

	public int sizeInBytes() {
		return this.sizeInBytes;
	}

	/** The SHA-256 of the file in hexadecimal digits. */
	public String sha256() {
		return this.sha256;
	}

	public Instant attachedAt() {
		return this.attachedAt;
	}

	/** The name of who attached it. */
	public String attachedBy() {
		return this.attachedByName;
	}

	boolean attachedBy(Staff staff) {
		return this.attachedById.equals(staff.id());
	}

	public boolean withdrawn() {
		return this.withdrawnAt != null;
	}

	/** Whether file and name were erased at the end of retention. */
	public boolean erased() {
		return this.fileName.isEmpty();
	}

	/** When it was withdrawn, or null. */
	public Instant withdrawnAt() {
		return this.withdrawnAt;
	}

	/** The name of who withdrew it, or null. */
	public String withdrawnBy() {
		return this.withdrawnByName;
	}

	/** Why it was withdrawn, or null. */
	public String withdrawalReason() {
		return this.withdrawalReason;
	}

}
