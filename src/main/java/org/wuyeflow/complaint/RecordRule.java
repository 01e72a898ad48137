package org.wuyeflow.complaint;

/**
 * Which record the table asks for, and where its papers go.
 *
 * @param form the slug of the form
 * @param originalHolder the role id of who keeps the original
 * @param copyHolder the role id of who keeps a copy, or null where nobody does
 * @param copiedTo the role id of who is sent a copy, or null where nobody is
 */
public record RecordRule(String form, String originalHolder, String copyHolder, String copiedTo) {
}
