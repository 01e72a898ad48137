package org.wuyeflow.complaint;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A complaint as whoever received it writes it down. Optional parts are null. Clauses
 * CC-3.5, CC-5.1.1, CC-5.1.2, CC-5.2, CS-1.5, CS-3.1.1, CS-3.1.2, CS-3.2.
 *
 * @param office the id of the office that it is about
 * @param origin who sent it
 * @param channel how it came in
 * @param senderName which unit passed it on; for outside complaints
 * @param documentNumber the number of that unit's document
 * @param complainant who complains
 * @param house the house's number as typed
 * @param subject the matter in one line
 * @param content what the complainant says, up to 10,000 characters
 * @param receivedAt when it was received, or null for now; not later than now
 * @param apologised whether the receiver apologised and gave thanks
 * @param claims whether compensation is claimed
 * @param claimed the amount in yuan, or null where none is named
 * @param settlement how it was settled on the spot, or null where it was not
 */
public record Intake(String office, Origin origin, Channel channel, String senderName, String documentNumber,
		Complainant complainant, String house, String subject, String content, Instant receivedAt, boolean apologised,
		boolean claims, BigDecimal claimed, String settlement) {
}
