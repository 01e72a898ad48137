package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to the deadlines of cases and to their ledger. Each method is one move:
 * it counts the deadline anew, writes the line of the ledger, and gives the deadline
 * back, whose {@link CaseDeadline#live()} says which timers there must be. Who moves it
 * and when is taken from {@link CurrentStaff} and the clock. A wrong move is refused with
 * a {@link Refusal} (400 where a date is wrong, 404 where there is no such deadline, 409
 * where it does not stand so).
 */
@Service
@Transactional
public class CaseDeadlines {

	private static final Set<DeadlineState> OPEN = Set.of(DeadlineState.RUNNING, DeadlineState.PAUSED);

	private final CaseDeadlineRepository deadlines;

	private final DeadlineEntryRepository ledger;

	private final Deadlines counting;

	private final CurrentStaff staff;

	private final Clock clock;

	CaseDeadlines(CaseDeadlineRepository deadlines, DeadlineEntryRepository ledger, Deadlines counting,
			CurrentStaff staff, Clock clock) {
		this.deadlines = deadlines;
		this.ledger = ledger;
		this.counting = counting;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Sets a deadline by the table. Where the promise has one already it is counted anew
	 * from its own start, and nothing that was used is forgiven; one that was dropped
	 * runs again; a verdict stays.
	 * @param start from when on it counts
	 * @param limit how long it may take
	 * @param ladder who is told or must act on the way
	 */
	public CaseDeadline set(Promise promise, Instant start, Limit limit, Ladder ladder) {
		Optional<CaseDeadline> known = known(promise);
		if (known.isPresent()) {
			CaseDeadline deadline = known.get();
			if (deadline.state() != DeadlineState.DECIDED) {
				deadline.recompute(limit, ladder, this.counting, by(), now()).ifPresent(this.ledger::save);
			}
			return deadline;
		}
		return opened(CaseDeadline.set(promise, start, limit, ladder, this.counting, now()));
	}

	/**
	 * A new deadline for a case that is taken up again, by what the table said of the
	 * former round. The former verdict stays.
	 * @param promise the new round
	 * @param start from when on it counts
	 */
	public CaseDeadline again(Promise promise, Instant start) {
		CaseDeadline former = get(promise.caseNumber(), promise.purpose());
		return opened(former.again(promise, start, this.counting, now()));
	}

	/**
	 * A person who may do so sets the end; the table's limit counts no more. Clauses
	 * CC-5.1.3, CS-3.1.3.
	 * @param start from when on it counts where the promise has no deadline yet
	 */
	public CaseDeadline setUntil(Promise promise, Instant start, Instant until) {
		return setUntil(promise, start, until, Ladder.NONE, by().name());
	}

	/**
	 * The same where somebody from outside has said until when.
	 * @param ladder who is told or must act on the way, where the promise has no deadline
	 * yet
	 * @param whose who has said so, in Chinese, not by name
	 */
	public CaseDeadline setUntil(Promise promise, Instant start, Instant until, Ladder ladder, String whose) {
		Optional<CaseDeadline> known = known(promise);
		if (known.isPresent()) {
			this.ledger.save(known.get().setUntil(until, whose, this.counting, by(), now()));
			return known.get();
		}
		return opened(CaseDeadline.named(promise, start, until, ladder, whose, this.counting, now()));
	}

	/** Stops it until a date that wakes it. */
	public CaseDeadline pause(String caseNumber, Purpose purpose, PauseCause cause, Instant until, String remark,
			Told told) {
		CaseDeadline deadline = get(caseNumber, purpose);
		this.ledger.save(deadline.pause(cause, until, remark, told, this.counting, by(), now()));
		return deadline;
	}

	/** Ends its pause, early or on its date. */
	public CaseDeadline resume(String caseNumber, Purpose purpose) {
		CaseDeadline deadline = get(caseNumber, purpose);
		this.ledger.save(deadline.resume(this.counting, by(), now()));
		return deadline;
	}

	/**
	 * Moves its end to a later date, approved by whoever acts.
	 * @param reason why, as it was asked for
	 */
	public CaseDeadline extend(String caseNumber, Purpose purpose, Instant until, String reason) {
		CaseDeadline deadline = get(caseNumber, purpose);
		this.ledger.save(deadline.extend(until, reason, this.counting, by(), now()));
		return deadline;
	}

	/**
	 * Refuses a date to which it cannot be extended, before anybody is asked to approve.
	 */
	@Transactional(readOnly = true)
	public void checkExtension(String caseNumber, Purpose purpose, Instant until) {
		get(caseNumber, purpose).refuseNoLater(until, this.counting, now());
	}

	/** Whom it was promised to was told of its change. */
	public CaseDeadline told(String caseNumber, Purpose purpose, Told told) {
		CaseDeadline deadline = get(caseNumber, purpose);
		this.ledger.save(deadline.told(told, by(), now()));
		return deadline;
	}

	/**
	 * What was promised was done at this moment, now or before; whether in time is
	 * decided once. Does nothing where there is no such deadline or the verdict is there.
	 */
	public void decide(String caseNumber, Purpose purpose, Instant at) {
		find(caseNumber, purpose).flatMap((deadline) -> deadline.decide(at, this.counting, by(), now()))
			.ifPresent(this.ledger::save);
	}

	/**
	 * What was done does not stand, and the time runs on. A verdict of late stays.
	 * @param why in Chinese, a few words
	 */
	public CaseDeadline withdraw(String caseNumber, Purpose purpose, String why) {
		CaseDeadline deadline = get(caseNumber, purpose);
		this.ledger.save(deadline.withdraw(why, this.counting, by(), now()));
		return deadline;
	}

	/**
	 * The case ends, or goes on, without what was promised. Does nothing where there is
	 * no such deadline or it has ended.
	 * @param why in Chinese, a few words
	 */
	public void drop(String caseNumber, Purpose purpose, String why) {
		find(caseNumber, purpose).flatMap((deadline) -> deadline.drop(why, by(), now())).ifPresent(this.ledger::save);
	}

	/**
	 * Takes a step of its ladder and writes it down.
	 * @param text who is told or must act, in Chinese
	 * @return the deadline, or empty where the step is not to be taken now: a timer that
	 * comes too late does nothing
	 */
	public Optional<CaseDeadline> take(String caseNumber, Purpose purpose, int percent, String text) {
		CaseDeadline deadline = get(caseNumber, purpose);
		return deadline.take(percent, text, by(), now()).map((entry) -> {
			this.ledger.save(entry);
			return deadline;
		});
	}

	/** Counts the open deadlines of a case anew, because the calendar has changed. */
	public void recount(String caseNumber, String why) {
		this.deadlines.findByCaseNumberOrderByStartedAt(caseNumber)
			.stream()
			.filter(CaseDeadline::open)
			.forEach((deadline) -> deadline.recount(why, this.counting, by(), now()).ifPresent(this.ledger::save));
	}

	/** The numbers of the cases that have an open deadline, in order. */
	@Transactional(readOnly = true)
	public List<String> openCases() {
		return this.deadlines.findByStateInOrderByCaseNumber(OPEN)
			.stream()
			.map(CaseDeadline::caseNumber)
			.distinct()
			.toList();
	}

	/** The deadline of a case for this purpose; of several rounds the last. */
	@Transactional(readOnly = true)
	public Optional<CaseDeadline> find(String caseNumber, Purpose purpose) {
		return this.deadlines.findFirstByCaseNumberAndPurposeOrderByRoundNumberDesc(caseNumber, purpose);
	}

	/** All deadlines of a case, of all rounds, the earliest first. */
	@Transactional(readOnly = true)
	public List<CaseDeadline> of(String caseNumber) {
		return this.deadlines.findByCaseNumberOrderByStartedAt(caseNumber);
	}

	/** What became of the deadlines of a case, the oldest first. */
	@Transactional(readOnly = true)
	public List<DeadlineEntry> ledger(String caseNumber) {
		return this.ledger.findByCaseNumberOrderByMadeAtAscIdAsc(caseNumber);
	}

	private Optional<CaseDeadline> known(Promise promise) {
		return find(promise.caseNumber(), promise.purpose()).filter((deadline) -> deadline.round() == promise.round());
	}

	private CaseDeadline opened(CaseDeadline deadline) {
		DeadlineEntry first = deadline.opened(this.counting, by(), now());
		this.deadlines.save(deadline);
		this.ledger.save(first);
		return deadline;
	}

	private CaseDeadline get(String caseNumber, Purpose purpose) {
		return find(caseNumber, purpose)
			.orElseThrow(() -> Refusal.notFound("业务 " + caseNumber + " 没有「" + purpose.label() + "」的时限。"));
	}

	private Staff by() {
		return this.staff.get();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
