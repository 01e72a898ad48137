/**
 * The glue between the model {@code mail-custody} and the items: for each step one class
 * that reads what the form submitted, makes one call of
 * {@link org.wuyeflow.mail.MailCustodyService}, and lets
 * {@link org.wuyeflow.mail.step.MailCustodyProcess} write what gateways, candidates and
 * timers need.
 */
package org.wuyeflow.mail.step;
