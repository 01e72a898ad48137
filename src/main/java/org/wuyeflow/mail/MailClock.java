package org.wuyeflow.mail;

import org.wuyeflow.deadline.Limit;

/**
 * The limits of an item, as the table {@code mail-clock} has them. Those from
 * {@code secondNotice} to {@code returnWithin} run from the receipt, but
 * {@code returnAfterNotice}.
 *
 * @param tellWithin how soon the owner is told each time; clause CP-5.3.3.B
 * @param secondNotice when the owner is told again
 * @param thirdNotice when the owner is told for the third time
 * @param announce when it is announced on the public board; clause PP-5.3.5
 * @param returnAfterNotice how long the announcement hangs before it goes back
 * @param warnReturn when the keeper is reminded that it must go back
 * @param returnWithin until when it must be back at the post office; clause CP-5.3.3.E
 */
public record MailClock(Limit tellWithin, Limit secondNotice, Limit thirdNotice, Limit announce,
		Limit returnAfterNotice, Limit warnReturn, Limit returnWithin) {
}
