package org.wuyeflow.record.attachment;

import java.util.UUID;

import org.wuyeflow.record.QualityRecord;

/**
 * Where attachments lie: with a case, so that all its records show them, or with a record
 * that belongs to no case.
 *
 * @param office the office's id
 * @param caseNumber the case's public number, or null
 * @param recordId the id of the record where there is no case, else null
 */
public record Folder(String office, String caseNumber, UUID recordId) {

	/** The folder of a case. */
	public static Folder ofCase(String office, String caseNumber) {
		return new Folder(office, caseNumber, null);
	}

	/** The folder of the record's case, or its own where it belongs to none. */
	public static Folder of(QualityRecord record) {
		return (record.caseNumber() != null) ? ofCase(record.office(), record.caseNumber())
				: new Folder(record.office(), null, record.id());
	}

}
