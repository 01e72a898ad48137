/**
 * When something is due, who must act on the way, and whether it was kept.
 * <ul>
 * <li>What it is counted by: {@link org.wuyeflow.deadline.WorkCalendar} (节假日 and 调休, the
 * offices' hours), {@link org.wuyeflow.deadline.Limit} as a manager writes it, and
 * {@link org.wuyeflow.deadline.Deadlines}, which counts and explains.</li>
 * <li>What is promised: {@link org.wuyeflow.deadline.CaseDeadline}, one for each
 * {@link org.wuyeflow.deadline.Promise}, with its
 * {@link org.wuyeflow.deadline.Ladder}.</li>
 * <li>What became of it: the ledger of {@link org.wuyeflow.deadline.DeadlineEntry}.</li>
 * <li>The door: {@link org.wuyeflow.deadline.CaseDeadlines}. A procedure sets, pauses,
 * extends, decides there, in the transaction of its own step, and gives its timers the
 * dates of {@link org.wuyeflow.deadline.CaseDeadline#live()} afterwards. When a timer
 * comes it {@link org.wuyeflow.deadline.CaseDeadlines#take takes} the step, and does
 * nothing where that is refused with an empty answer.</li>
 * </ul>
 * Depends on {@code office} and {@code record}; knows neither procedures nor the engine.
 */
package org.wuyeflow.deadline;
