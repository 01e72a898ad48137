package org.wuyeflow.record;

import java.util.Optional;

import org.wuyeflow.office.Staff;

/**
 * Something that stands on the page of a record beside its columns and changes:
 * attachments, deadlines, the seal of the ledger. Each bean of this type contributes one
 * section, in the order of {@code @Order}.
 */
public interface RecordSection {

	/**
	 * What this reader sees of this record.
	 * @param unmasked whether he has the record's personal data shown at this moment
	 * @return the section, or empty where there is nothing to show
	 */
	Optional<Shown> of(QualityRecord record, Staff reader, boolean unmasked);

	/**
	 * A section.
	 *
	 * @param title its heading
	 * @param template the template whose fragment {@code section} shows it
	 * @param content what the fragment finds as {@code content}
	 */
	record Shown(String title, String template, Object content) {
	}

}
