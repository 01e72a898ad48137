/**
 * Attachments of cases and records: photos, letters, signed slips.
 * {@link org.wuyeflow.record.attachment.Attachments} is the only door to them. What is
 * uploaded is believed only as far as its content shows it, is kept as it came, and is
 * never deleted.
 */
package org.wuyeflow.record.attachment;
