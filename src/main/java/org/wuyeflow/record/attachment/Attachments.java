package org.wuyeflow.record.attachment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseRecords;
import org.wuyeflow.record.PersonalDataPolicy;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.Retention;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * The attachments of cases and records: attached, read and withdrawn here only.
 */
@Service
@Transactional
public class Attachments {

	private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

	private static final int MOST_IN_A_FOLDER = 100;

	private final AttachmentRepository attachments;

	private final AttachmentStore store;

	private final CaseRecords records;

	private final Retention retention;

	private final ObjectProvider<VirusScanner> scanner;

	private final CurrentStaff staff;

	private final Clock clock;

	private final DataSize largest;

	Attachments(AttachmentRepository attachments, AttachmentStore store, CaseRecords records, Retention retention,
			ObjectProvider<VirusScanner> scanner, CurrentStaff staff, Clock clock,
			@Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
		this.attachments = attachments;
		this.store = store;
		this.records = records;
		this.retention = retention;
		this.scanner = scanner;
		this.staff = staff;
		this.clock = clock;
		this.largest = largest;
	}

	/** The attachments of a case, oldest first, withdrawn ones too. */
	@Transactional(readOnly = true)
	public List<Attachment> of(String caseNumber) {
		return this.attachments.findByCaseNumberOrderById(caseNumber);
	}

	/** Whether a picture is attached to a case, and not withdrawn. */
	@Transactional(readOnly = true)
	public boolean pictured(String caseNumber) {
		return of(caseNumber).stream()
			.anyMatch((attachment) -> attachment.fileType().picture() && !attachment.withdrawn());
	}

	/** The attachments of a folder, oldest first, withdrawn ones too. */
	@Transactional(readOnly = true)
	public List<Attachment> in(Folder folder) {
		return (folder.caseNumber() != null) ? of(folder.caseNumber())
				: this.attachments.findByRecordIdOrderById(folder.recordId());
	}

	/**
	 * Attaches a file. The same file a second time is no second attachment: somebody
	 * clicked twice, or did not see that the first time went well.
	 * @param folder where it belongs; the caller has checked that whoever acts may see it
	 * @param kind what it is to the case
	 * @param name the file's name
	 * @param content the file, as large as the settings allow
	 * @return the attachment
	 * @throws Refusal (403) where whoever acts only reads; (409) where the personal data
	 * of the records there was erased; (400) where the file is none that is taken
	 */
	public Attachment attach(Folder folder, AttachmentKind kind, String name, byte[] content) {
		Staff by = this.staff.get();
		if (!mayAttach(by, folder.office())) {
			throw Refusal.forbidden("您的岗位可以查看附件，不能上传。");
		}
		if (content.length > this.largest.toBytes()) {
			throw new Refusal(tooLarge());
		}
		this.retention.refuseErased(folder.caseNumber(), folder.recordId());
		CheckedFile file = CheckedFile.of(name, content);
		this.scanner.ifAvailable((scanner) -> scanner.scan(content));
		List<Attachment> present = in(folder);
		Optional<Attachment> same = present.stream()
			.filter((attachment) -> !attachment.withdrawn() && attachment.sha256().equals(file.sha256()))
			.findFirst();
		if (same.isPresent()) {
			return same.get();
		}
		if (present.size() >= MOST_IN_A_FOLDER) {
			throw new Refusal("已有 " + present.size() + " 个附件，不能再增加。请把几页合成一个 PDF 后联系主管。");
		}
		Attachment attachment = this.attachments.save(new Attachment(folder, kind, file, now(), by));
		this.attachments.flush();
		this.store.save(attachment.id(), content, file.thumbnail());
		return attachment;
	}

	/**
	 * Withdraws an attachment: it stays, struck out, and only who oversees the case opens
	 * it from then on.
	 * @param reason why, 1 to 200 chars
	 * @throws Refusal (404) where there is none for whoever acts; (403) where it is
	 * somebody else's; (409) where it is withdrawn already
	 */
	public void withdraw(UUID id, String reason) {
		Staff by = this.staff.get();
		Attachment attachment = readable(id, by);
		if (!mayWithdraw(by, attachment)) {
			throw Refusal.forbidden("只有上传人本人或主管可以撤回附件。");
		}
		String why = (reason != null) ? reason.strip() : "";
		if (why.isEmpty() || why.length() > Attachment.LONGEST_REASON) {
			throw new Refusal("请写明撤回的原因，不超过 " + Attachment.LONGEST_REASON + " 个字。");
		}
		attachment.withdraw(why, now(), by);
	}

	/**
	 * An attachment with its file, for whoever acts; that he opened it is written down on
	 * the records that it lies with.
	 * @throws Refusal (404) where there is none for him; (403) where it is withdrawn and
	 * he does not oversee; (409) where the file is no longer the one that was attached
	 */
	public Opened open(UUID id) {
		Staff reader = this.staff.get();
		Attachment attachment = openable(id, reader);
		byte[] content = this.store.content(id);
		if (!CheckedFile.sha256(content).equals(attachment.sha256())) {
			LOG.error("The file of attachment {} is not the one that was attached", id);
			throw Refusal.conflict("这个附件的内容与上传时不一致，不能打开。请告知系统管理员。");
		}
		this.records.fileOpened(records(attachment.folder(), reader), attachment.fileName(), reader);
		return new Opened(attachment, content);
	}

	/** The small picture, or empty for what is no picture. */
	@Transactional(readOnly = true)
	public Optional<byte[]> thumbnail(UUID id) {
		openable(id, this.staff.get());
		return Optional.ofNullable(this.store.thumbnail(id));
	}

	/** Whether somebody may attach files in this office: whoever works on its cases. */
	boolean mayAttach(Staff staff, String office) {
		return PersonalDataPolicy.seesAtWork(staff, office);
	}

	boolean mayWithdraw(Staff staff, Attachment attachment) {
		return mayAttach(staff, attachment.office())
				&& (attachment.attachedBy(staff) || Role.anyOf(Role.DISPATCHERS, staff));
	}

	boolean mayOpen(Staff staff, Attachment attachment) {
		return !attachment.erased() && (!attachment.withdrawn() || attachment.attachedBy(staff)
				|| Role.anyOf(Role.MANAGERS, staff) || staff.has(Role.AUDITOR.id()));
	}

	String tooLarge() {
		return "文件太大，每个文件不能超过 " + this.largest.toMegabytes() + " MB。照片请用普通画质重拍，扫描件请降低分辨率。";
	}

	DataSize largest() {
		return this.largest;
	}

	private Attachment openable(UUID id, Staff reader) {
		Attachment attachment = readable(id, reader);
		if (attachment.erased()) {
			throw Refusal.notFound("这个附件已按保存期限清除。");
		}
		if (!mayOpen(reader, attachment)) {
			throw Refusal.forbidden("这个附件已由 " + attachment.withdrawnBy() + " 撤回，只有主管和审计员可以打开。");
		}
		return attachment;
	}

	private Attachment readable(UUID id, Staff reader) {
		return this.attachments.findById(id)
			.filter((attachment) -> readable(attachment.folder(), reader))
			.orElseThrow(() -> Refusal.notFound("没有找到这个附件，或者它不属于您的管理处。"));
	}

	private List<QualityRecord> records(Folder folder, Staff reader) {
		return (folder.caseNumber() != null) ? this.records.ofCase(folder.caseNumber(), reader)
				: this.records.find(folder.recordId(), reader).stream().toList();
	}

	private boolean readable(Folder folder, Staff reader) {
		return (folder.caseNumber() != null) ? this.records.readable(folder.caseNumber(), folder.office(), reader)
				: this.records.find(folder.recordId(), reader).isPresent();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * An attachment and its file.
	 *
	 * @param attachment the attachment
	 * @param content the file as it was uploaded
	 */
	public record Opened(Attachment attachment, byte[] content) {
	}

}
