package org.wuyeflow.mail;

import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Limit;

/**
 * The limits of an item, as the table {@code mail-clock} gave them when it came. All but
 * those of telling and claiming run from the receipt, or from when it turned out that the
 * item must go back. Clauses CP-5.3.3.B, CP-5.3.3.E, PP-5.3.5, PP-5.3.6.
 */
@Embeddable
public class MailClock {

	@Column(name = "tell_within", length = 20)
	private String tell;

	@Column(name = "tell_again_within", length = 20)
	private String tellAgain;

	@Column(name = "tell_last_within", length = 20)
	private String tellLast;

	@Column(name = "fetch_within", length = 20)
	private String fetch;

	@Column(name = "claim_within", length = 20)
	private String claim;

	@Column(name = "warn_within", length = 20)
	private String warn;

	@Column(name = "return_within", length = 20)
	private String giveBack;

	protected MailClock() {
	}

	/**
	 * A row of the table, by the names of its outputs.
	 * @throws org.wuyeflow.Refusal (409) where a limit cannot be read
	 */
	public static MailClock of(Map<String, Object> row) {
		MailClock clock = new MailClock();
		clock.tell = limit(row, "tellWithin");
		clock.tellAgain = limit(row, "tellAgainWithin");
		clock.tellLast = limit(row, "tellLastWithin");
		clock.fetch = limit(row, "fetchWithin");
		clock.claim = limit(row, "claimWithin");
		clock.warn = limit(row, "warnWithin");
		clock.giveBack = limit(row, "returnWithin");
		return clock;
	}

	private static String limit(Map<String, Object> row, String output) {
		return Limit.parse((String) row.get(output)).toString();
	}

	/** How soon the owner is told each time. */
	Limit tellWithin() {
		return Limit.parse(this.tell);
	}

	/** How long it is kept before it is announced. */
	Limit fetchWithin() {
		return Limit.parse(this.fetch);
	}

	/** How long the announcement hangs before the item goes back. */
	public Limit claimWithin() {
		return Limit.parse(this.claim);
	}

	/** How soon it must be back at the post office. */
	Limit returnWithin() {
		return Limit.parse(this.giveBack);
	}

	/** When the owner is told again, and when it is announced. */
	Ladder untilFetched() {
		return Ladder.of(LadderStep.at(Limit.parse(this.tellAgain), fetchWithin(), null, false),
				LadderStep.at(Limit.parse(this.tellLast), fetchWithin(), null, false),
				LadderStep.of(LadderStep.AT_END, null, false));
	}

	/** When it is given up for unclaimed. */
	Ladder untilClaimed() {
		return Ladder.of(LadderStep.of(LadderStep.AT_END, null, false));
	}

	/** When the keeper is reminded, and when his superior must act. */
	Ladder untilReturned() {
		return Ladder.of(LadderStep.at(Limit.parse(this.warn), returnWithin(), null, false),
				LadderStep.of(LadderStep.AT_END, null, true));
	}

}
