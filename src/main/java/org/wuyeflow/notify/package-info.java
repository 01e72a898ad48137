/**
 * Messages to staff, by e-mail and through the group robots of 企业微信 and 钉钉. Who tells
 * something calls {@link org.wuyeflow.notify.Notifications} in the transaction in which
 * it happens; a row of the outbox commits or rolls back with it, and {@code Dispatcher}
 * sends what is committed, on any node: at once what is urgent, the rest while the office
 * is at work. {@link org.wuyeflow.notify.OwnerMail} does the same for the few e-mails to
 * owners.
 */
package org.wuyeflow.notify;
