package org.wuyeflow.notify;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody is to be told about a case. There is no place in it for a name, a phone
 * number or what anybody wrote.
 *
 * @param eventKey names the event for ever: who is told of it twice gets one message; up
 * to 120 characters
 * @param office the office's id
 * @param role the id of the role that is told
 * @param urgent whether it is sent at any hour, or waits until the office is at work
 * @param headline what has happened and what to do, in Chinese, up to 100 characters
 * @param number the case's number
 * @param house the house number, or null where the case has none
 * @param caseClass the case's class, in Chinese, or null where it has none
 * @param dueAt the limit, or null where there is none
 */
public record Message(String eventKey, String office, String role, boolean urgent, String headline, String number,
		String house, String caseClass, Instant dueAt) {

	public Message {
		Objects.requireNonNull(eventKey, "eventKey");
		Objects.requireNonNull(office, "office");
		Objects.requireNonNull(role, "role");
		Objects.requireNonNull(headline, "headline");
		Objects.requireNonNull(number, "number");
	}

}
