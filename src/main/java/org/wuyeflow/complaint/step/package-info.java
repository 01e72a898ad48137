/**
 * The glue between the model {@code complaint-handling} and the complaint: for each step
 * one class that reads what the form submitted, makes one call of
 * {@link org.wuyeflow.complaint.ComplaintService}, and lets
 * {@link org.wuyeflow.complaint.step.ComplaintHandlingProcess} write what gateways,
 * candidates and timers need. The glue of the summaries is around
 * {@link org.wuyeflow.complaint.step.ComplaintSummaryProcess}.
 */
package org.wuyeflow.complaint.step;
