package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;

import org.springframework.stereotype.Component;

/**
 * The deadlines of an item: its owner told each time, the item fetched, claimed after the
 * announcement, or back at the post office. Clauses CP-5.3.3.B, CP-5.3.3.E, PP-5.3.5,
 * PP-5.3.6.
 */
@Component
class MailPromises {

	private final CaseDeadlines deadlines;

	private final Deadlines counting;

	private final Clock clock;

	MailPromises(CaseDeadlines deadlines, Deadlines counting, Clock clock) {
		this.deadlines = deadlines;
		this.counting = counting;
		this.clock = clock;
	}

	/**
	 * What counts for an item as it lies there now: until it is fetched, from the
	 * receipt; until it is back, where nobody knows for whom it is; until its owner is
	 * told of the damage.
	 */
	void start(MailItem item) {
		switch (item.status()) {
			case DAMAGED -> tell(item, item.receivedAt());
			case TO_CHECK -> giveBack(item, item.receivedAt());
			case IN_CUSTODY ->
				item.runs(this.deadlines.set(Promise.first(item.office(), item.caseNumber(), Purpose.PICK_UP),
						item.receivedAt(), item.clock().fetchWithin(), item.clock().untilFetched()));
			default -> throw new IllegalStateException(item.caseNumber() + " is " + item.status());
		}
	}

	/** From this moment on the owner shall be told of something. */
	CaseDeadline tell(MailItem item, Instant from) {
		return begin(item, Purpose.NOTICE, from, item.clock().tellWithin(), Ladder.NONE);
	}

	/**
	 * The owner was told. A notice given late counts for all that were due by then.
	 * @return when he is to be told again, or null where he is not
	 */
	Instant told(MailItem item, Instant at) {
		decide(item, Purpose.NOTICE, at);
		CaseDeadline fetch = get(item, Purpose.PICK_UP);
		for (LadderStep step : fetch.live()) {
			if (step.at().isAfter(at)) {
				return (step.percent() < LadderStep.AT_END) ? step.at() : null;
			}
			if (step.percent() < LadderStep.AT_END) {
				this.deadlines.take(item.caseNumber(), Purpose.PICK_UP, step.percent(), "再次通知收件人");
			}
		}
		return null;
	}

	/** The owner was told of a damage or an incident. */
	void toldOfHarm(MailItem item, Instant at) {
		decide(item, Purpose.NOTICE, at);
	}

	/**
	 * It is kept on from this moment: before it is announced, an announcement's time
	 * passes at least.
	 * @param why in Chinese
	 */
	void keepOn(MailItem item, Instant from, String why) {
		CaseDeadline fetch = get(item, Purpose.PICK_UP);
		this.deadlines.drop(item.caseNumber(), Purpose.CLAIM, why);
		item.runs(fetch);
		Instant least = this.counting.due(item.office(), from, item.clock().claimWithin()).dueAt();
		if (least.isAfter(fetch.dueAt())) {
			this.deadlines.extend(item.caseNumber(), Purpose.PICK_UP, least, why);
		}
	}

	/** It was not given to its owner after all, and the time runs on. */
	void takenBack(MailItem item) {
		find(item, Purpose.PICK_UP).filter((fetch) -> fetch.decidedAt() != null)
			.ifPresent((fetch) -> this.deadlines.withdraw(item.caseNumber(), Purpose.PICK_UP, "误交后收回"));
		start(item);
		if (item.inCustody()) {
			keepOn(item, now(), "误交后收回");
		}
	}

	/**
	 * It is announced now, and may be claimed until a date.
	 * @return the deadline, or empty where it is not to be announced now
	 */
	Optional<CaseDeadline> announce(MailItem item) {
		return this.deadlines.take(item.caseNumber(), Purpose.PICK_UP, LadderStep.AT_END, "公告").map((fetch) -> {
			item.runs(begin(item, Purpose.CLAIM, now(), item.clock().claimWithin(), item.clock().untilClaimed()));
			return item.deadline();
		});
	}

	/** Nobody has claimed it. */
	void unclaimed(MailItem item) {
		this.deadlines.take(item.caseNumber(), Purpose.CLAIM, LadderStep.AT_END, "转退回邮局");
	}

	/**
	 * It must go back. What was unclear from the receipt on counts from there already.
	 * @param why in Chinese
	 */
	void giveBack(MailItem item, String why) {
		this.deadlines.drop(item.caseNumber(), Purpose.NOTICE, why);
		this.deadlines.drop(item.caseNumber(), Purpose.PICK_UP, why);
		this.deadlines.drop(item.caseNumber(), Purpose.CLAIM, why);
		giveBack(item, now());
	}

	private void giveBack(MailItem item, Instant from) {
		item.runs(begin(item, Purpose.POST_RETURN, from, item.clock().returnWithin(), item.clock().untilReturned()));
	}

	/** It was found out for whom it is; it is kept from the receipt on. */
	void addresseeFound(MailItem item) {
		this.deadlines.drop(item.caseNumber(), Purpose.POST_RETURN, "找到收件人");
		start(item);
	}

	/**
	 * The keeper is reminded, or his superior must act.
	 * @param over whether the time is over
	 * @param text in Chinese
	 * @return whether that is to be done now
	 */
	boolean takeReturnStep(MailItem item, boolean over, String text) {
		return get(item, Purpose.POST_RETURN).live()
			.stream()
			.filter((step) -> step.percent() >= LadderStep.AT_END == over)
			.findFirst()
			.flatMap((step) -> this.deadlines.take(item.caseNumber(), Purpose.POST_RETURN, step.percent(), text))
			.isPresent();
	}

	/** The post office has it. */
	void returned(MailItem item, Instant at) {
		decide(item, Purpose.POST_RETURN, at);
	}

	/** Its owner has it. */
	void fetched(MailItem item) {
		decide(item, Purpose.PICK_UP, now());
		decide(item, Purpose.CLAIM, now());
		end(item, "已领取");
	}

	/** Something went wrong with it, and its owner shall be told of that. */
	void incident(MailItem item, String why) {
		this.deadlines.drop(item.caseNumber(), Purpose.NOTICE, why);
		tell(item, now());
	}

	/** Nothing more is to be done for it. */
	void end(MailItem item, String why) {
		this.deadlines.of(item.caseNumber())
			.stream()
			.filter(CaseDeadline::open)
			.forEach((deadline) -> this.deadlines.drop(item.caseNumber(), deadline.purpose(), why));
	}

	private CaseDeadline begin(MailItem item, Purpose purpose, Instant from, Limit limit, Ladder ladder) {
		Optional<CaseDeadline> last = find(item, purpose);
		if (last.filter(CaseDeadline::open).isPresent()) {
			return last.get();
		}
		int round = last.map(CaseDeadline::round).orElse(0) + 1;
		return this.deadlines.set(new Promise(item.office(), item.caseNumber(), purpose, round), from, limit, ladder);
	}

	private void decide(MailItem item, Purpose purpose, Instant at) {
		this.deadlines.decide(item.caseNumber(), purpose, at);
	}

	private CaseDeadline get(MailItem item, Purpose purpose) {
		return find(item, purpose)
			.orElseThrow(() -> new IllegalStateException(item.caseNumber() + " has no deadline for " + purpose));
	}

	private Optional<CaseDeadline> find(MailItem item, Purpose purpose) {
		return this.deadlines.find(item.caseNumber(), purpose);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
