/**
 * Complaints (投诉处理), both editions.
 * <p>
 * Model: {@code processes/complaint/complaint-handling.bpmn} with the tables
 * {@code complaint-superior}, {@code complaint-routing}, {@code complaint-authority} and
 * {@code complaint-deadline}; {@code complaint-weekly-summary} and
 * {@code complaint-monthly-summary} with the table {@code complaint-summary} are in
 * {@link org.wuyeflow.complaint.summary}. Forms: {@code forms/complaint/}. Glue:
 * {@link org.wuyeflow.complaint.step}. Record: {@link org.wuyeflow.complaint.Complaint}
 * with its log, and the forms {@code complaint-followup}, {@code customer-opinion},
 * {@code complaint-record}, {@code leftover-works}; class 3 goes to the duty log. Clauses
 * CC-2.1 to CC-5.2, CC-5.4 to CC-7, CS-1.1 to CS-3.3, CS-3.5, CS-4.F1, CM-1.3. For
 * people: {@code docs/procedures/complaint.md}.
 */
package org.wuyeflow.complaint;
