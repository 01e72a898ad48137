package org.wuyeflow.deadline;

/**
 * That what working deadlines are counted by has changed; told in the transaction that
 * changes it. Deadlines that run are counted anew by
 * {@link CaseDeadlines#recount(String, String)}, case by case.
 *
 * @param why what has changed, in Chinese, as the ledger gives the reason
 */
public record CalendarChanged(String why) {
}
