package org.wuyeflow.record.attachment;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordOf;
import org.wuyeflow.record.RecordSection;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The attachments of a folder as a part of a page: what the template {@code attachments}
 * shows.
 */
@Component
@Order(20)
public class AttachmentSection implements RecordSection {

	private static final String ERASED = "（已按保存期限清除）";

	private static final int KILOBYTE = 1024;

	private final Attachments attachments;

	private final CurrentStaff staff;

	private final DateTimeFormatter minute;

	AttachmentSection(Attachments attachments, CurrentStaff staff, Clock clock) {
		this.attachments = attachments;
		this.staff = staff;
		this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
	}

	@Override
	public Optional<Shown> of(QualityRecord record, Staff reader, boolean unmasked) {
		return Optional.of(new Shown("附件", "attachments", of(record)));
	}

	/** The section on the page of a record, for whoever reads that page. */
	public Section of(QualityRecord record) {
		return of(Folder.of(record), "/records/%s/%s/%s/attachments".formatted(
				record.getClass().getAnnotation(RecordOf.class).value().slug(), record.office(), record.serial()));
	}

	/**
	 * The section for whoever reads the page, who may see the folder.
	 * @param folder whose attachments
	 * @param address where this section is read and uploads are sent to
	 */
	public Section of(Folder folder, String address) {
		Staff reader = this.staff.get();
		return new Section(address, this.attachments.mayAttach(reader, folder.office()),
				this.attachments.largest().toBytes(), this.attachments.tooLarge(), AttachmentKind.values(),
				this.attachments.in(folder).stream().map((attachment) -> item(attachment, reader)).toList());
	}

	private Item item(Attachment attachment, Staff reader) {
		String withdrawn = attachment.withdrawn() ? shown(attachment.withdrawnAt()) + " " + attachment.withdrawnBy()
				+ " 撤回" + ((attachment.withdrawalReason() != null) ? "：" + attachment.withdrawalReason() : "") : null;
		return new Item(attachment.id(), attachment.kind().label(),
				attachment.erased() ? ERASED : attachment.fileName(), attachment.fileType().picture(),
				size(attachment.sizeInBytes()), shown(attachment.attachedAt()), attachment.attachedBy(),
				attachment.sha256(), withdrawn, this.attachments.mayOpen(reader, attachment),
				!attachment.withdrawn() && this.attachments.mayWithdraw(reader, attachment));
	}

	private String shown(Instant at) {
		return this.minute.format(at);
	}

	private static String size(int bytes) {
		int kilobytes = Math.max(1, Math.round(bytes / (float) KILOBYTE));
		return (kilobytes < KILOBYTE) ? kilobytes + " KB" : "%.1f MB".formatted(kilobytes / (float) KILOBYTE);
	}

	/**
	 * The section.
	 *
	 * @param address where it is read and uploads are sent to
	 * @param open whether the reader may upload
	 * @param largest the largest file, in bytes
	 * @param tooLarge what is said of a larger one
	 * @param kinds the kinds to choose from
	 * @param items the attachments, oldest first
	 */
	public record Section(String address, boolean open, long largest, String tooLarge, AttachmentKind[] kinds,
			List<Item> items) {
	}

	/**
	 * One attachment in the section; {@code withdrawn} says when, by whom and why, or is
	 * null.
	 */
	public record Item(UUID id, String kind, String name, boolean picture, String size, String at, String by,
			String sha256, String withdrawn, boolean openable, boolean withdrawable) {
	}

}
