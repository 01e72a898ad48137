/**
 * Mail in custody (代收邮件).
 * <p>
 * Model: {@code processes/mail/mail-custody.bpmn} with the tables {@code mail-duty} and
 * {@code mail-clock}. Forms: {@code forms/mail/}. Glue: {@link org.wuyeflow.mail.step}.
 * Pages of the counter: {@link org.wuyeflow.mail.counter}. Record:
 * {@link org.wuyeflow.mail.MailItem} on the form {@code mail-receipt}, with its log, its
 * deadlines, the delivery that brought it and the pick-up that took it; besides these
 * {@link org.wuyeflow.mail.KeeperDuty} and {@link org.wuyeflow.mail.ShelfCount}. Clauses
 * CP-5.3.3.A to CP-5.3.3.E, PP-5.3.1 to PP-5.3.6. For people:
 * {@code docs/procedures/mail.md}.
 */
package org.wuyeflow.mail;
