package org.wuyeflow.key;

import java.util.List;
import java.util.Optional;

import org.wuyeflow.office.Staff;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordSection;
import org.wuyeflow.record.attachment.AttachmentSection;
import org.wuyeflow.record.attachment.Folder;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the page of a key in the list: the photos and papers of its loans, incidents, counts
 * and of its return to the owner.
 */
@Component
@Order(21)
class KeyPapersSection implements RecordSection {

	private final AttachmentSection attachments;

	KeyPapersSection(AttachmentSection attachments) {
		this.attachments = attachments;
	}

	@Override
	public Optional<Shown> of(QualityRecord record, Staff reader, boolean unmasked) {
		List<Papers> papers = (record instanceof HouseKey key) ? papers(key) : List.of();
		return papers.isEmpty() ? Optional.empty() : Optional.of(new Shown("借用、归还等业务的照片和单据", "key-papers", papers));
	}

	private List<Papers> papers(HouseKey key) {
		return key.log()
			.stream()
			.map(KeyEntry::caseNumber)
			.distinct()
			.filter((number) -> !number.equals(key.caseNumber()))
			.map((number) -> new Papers(number, this.attachments.of(Folder.ofCase(key.office(), number), "").items()))
			.filter((one) -> !one.items().isEmpty())
			.toList();
	}

	/** What was attached to one of its cases. */
	record Papers(String number, List<AttachmentSection.Item> items) {
	}

}
