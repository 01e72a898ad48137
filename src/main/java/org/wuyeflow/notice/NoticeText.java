package org.wuyeflow.notice;

import java.time.LocalDate;

/**
 * What shall be put up.
 *
 * @param office the office's id
 * @param caseNumber the number of the case that it comes from
 * @param title up to 100 characters
 * @param content paragraphs, one a line, up to 10,000 characters
 * @param validFrom the first day on which it is shown
 * @param validTo the last day on which it is shown
 */
public record NoticeText(String office, String caseNumber, String title, String content, LocalDate validFrom,
		LocalDate validTo) {
}
