package org.wuyeflow.record.attachment;

import org.wuyeflow.office.Staff;

/**
 * Published in the reader's request, before he gets the file: somebody opens an
 * attachment. Files may show personal data that nobody can mask.
 *
 * @param attachment what he opens
 * @param reader who opens it
 */
public record AttachmentOpened(Attachment attachment, Staff reader) {
}
