/**
 * The weekly and the monthly summary of complaints (投诉汇总): the ledger of periods, the
 * figures of a period as they stood at its end with the cases behind each of them, and
 * the record that keeps both. Clauses CC-5.3, CM-2.3, CS-3.4.
 */
package org.wuyeflow.complaint.summary;
