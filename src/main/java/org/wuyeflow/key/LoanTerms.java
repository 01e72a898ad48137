package org.wuyeflow.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadline;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;

import org.springframework.stereotype.Component;

/**
 * Until when keys may be out: by the table, counted from the first of several loans that
 * hang together, or as the owner and the borrower say. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
 */
@Component
class LoanTerms {

	private final KeyLoanRepository loans;

	private final KeyLoanItemRepository items;

	private final Deadlines deadlines;

	private final CaseDeadlines promises;

	private final KeyLog log;

	LoanTerms(KeyLoanRepository loans, KeyLoanItemRepository items, Deadlines deadlines, CaseDeadlines promises,
			KeyLog log) {
		this.loans = loans;
		this.items = items;
		this.deadlines = deadlines;
		this.promises = promises;
		this.log = log;
	}

	/**
	 * Holds what the borrower wants against the table.
	 * @throws Refusal (400) where he wants the keys for longer, or the stretch is used up
	 */
	void check(KeyLoan loan) {
		latest(loan, stretch(loan, this.log.now()), this.log.now());
	}

	/**
	 * Keys go out by the table; a manager's order in an emergency is no part of a
	 * stretch.
	 */
	void begin(KeyLoan loan) {
		Instant now = loan.issuedAt();
		boolean ordered = loan.rule().permission() == Permission.ORDER;
		Stretch stretch = ordered ? new Stretch(now, Optional.empty()) : stretch(loan, now);
		Deadline latest = ordered ? table(loan, now) : latest(loan, stretch, now);
		Instant wanted = loan.wantedUntil();
		if (wanted != null && wanted.isBefore(latest.dueAt())) {
			until(loan, wanted, "借用人", latest.explanation().text() + own(loan, wanted));
			return;
		}
		CaseDeadline deadline = this.promises.set(promise(loan, Purpose.RETURN), stretch.begun(),
				loan.rule().returnWithin().orElseThrow(), loan.rule().ladder());
		due(loan, deadline.dueAt(), latest.explanation().text());
	}

	/** Keys go out, or stay out, as the owner has agreed. */
	void begin(KeyLoan loan, KeyConsent consent, String explanation) {
		Instant wanted = loan.wantedUntil();
		boolean sooner = loan.movedInNotedAt() == null && wanted != null && wanted.isBefore(consent.enterUntil());
		Instant due = sooner ? wanted : consent.enterUntil();
		until(loan, due, sooner ? "借用人" : "业主", explanation + own(loan, due));
	}

	/** The keys are called back, which may make them due earlier. */
	void recall(KeyLoan loan, String why) {
		Limit within = loan.rule().recallWithin();
		Instant now = this.log.now();
		Instant soon = this.deadlines.due(loan.office(), now, within).dueAt();
		if (soon.isBefore(loan.dueAt())) {
			until(loan, soon, "管理处（" + why + "）", why + "，" + this.log.shown(now) + " 通知收回，" + within + "内归还。");
		}
	}

	/**
	 * A step on the way to the end, or beyond it.
	 * @return whether it is to be taken
	 */
	boolean take(KeyLoan loan, int step, String text) {
		return this.promises.take(loan.number(), Purpose.RETURN, step, text).isPresent();
	}

	/** The owner is to be told of an emergency. */
	void promiseNotice(KeyLoan loan) {
		this.promises.set(promise(loan, Purpose.NOTICE), loan.issuedAt(), loan.rule().tellOwnerWithin(), Ladder.NONE);
	}

	/** The owner was told of the emergency. */
	void noticeGiven(KeyLoan loan) {
		this.promises.decide(loan.number(), Purpose.NOTICE, this.log.now());
	}

	/** All keys are back, or accounted for; whether that was in time is decided. */
	void decide(KeyLoan loan) {
		this.promises.decide(loan.number(), Purpose.RETURN, this.log.now());
		this.promises.find(loan.number(), Purpose.RETURN).ifPresent((deadline) -> loan.kept(deadline.kept()));
	}

	/** The calendar has changed: the loan and its keys say what the deadline says. */
	void follow(KeyLoan loan) {
		this.promises.find(loan.number(), Purpose.RETURN)
			.filter((deadline) -> !deadline.dueAt().equals(loan.dueAt()))
			.ifPresent((deadline) -> due(loan, deadline.dueAt(), deadline.explanation()));
	}

	private Deadline latest(KeyLoan loan, Stretch stretch, Instant now) {
		Deadline latest = table(loan, stretch.begun());
		Limit longest = loan.rule().returnWithin().orElseThrow();
		Limit pause = loan.rule().freshAfter();
		String whose = stretch.first()
			.map((before) -> before.borrower().name() + "从 " + this.log.shown(stretch.begun()) + " 起"
					+ (before.borrower().same(loan.borrower()) ? "连续借用" : "为同一用途借用") + "，中间归还不满 " + pause + "的要连续计算")
			.orElse("");
		if (!latest.dueAt().isAfter(now)) {
			throw new Refusal("未入住房屋的钥匙一次连续借用不得超过 " + longest + "：" + whose + "，已经用满。请等钥匙归还满 " + pause + "后再借。");
		}
		if (loan.wantedUntil() != null && loan.wantedUntil().isAfter(latest.dueAt())) {
			throw new Refusal("未入住房屋的钥匙一次连续借用不得超过 " + longest + (whose.isEmpty() ? "" : "：" + whose) + "。最晚应在 "
					+ this.log.shown(latest.dueAt()) + " 归还，请修改「计划归还时间」。");
		}
		return latest;
	}

	/** The loans that hang together with one that begins now. */
	private Stretch stretch(KeyLoan loan, Instant now) {
		Limit pause = loan.rule().freshAfter();
		Duration far = length(loan, loan.rule().returnWithin().orElseThrow(), now).plus(length(loan, pause, now));
		Stretch stretch = new Stretch(now, Optional.empty());
		for (KeyLoan before : this.loans.outSince(loan.houseId(), now.minus(far))) {
			Instant back = (before.returnedAt() != null) ? before.returnedAt() : now;
			Instant fresh = this.deadlines.due(loan.office(), back, pause).dueAt();
			if (related(before, loan) && fresh.isAfter(stretch.begun())) {
				stretch = new Stretch(earlier(before.issuedAt(), stretch.begun()), Optional.of(before));
			}
		}
		return stretch;
	}

	private static boolean related(KeyLoan before, KeyLoan loan) {
		return !before.id().equals(loan.id()) && overlap(before.doors(), loan.doors())
				&& (before.borrower().same(loan.borrower()) || before.purpose() == loan.purpose());
	}

	private static boolean overlap(Set<Door> some, Set<Door> others) {
		return some.stream().anyMatch(others::contains);
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private Deadline table(KeyLoan loan, Instant begun) {
		return this.deadlines.due(loan.office(), begun, loan.rule().returnWithin().orElseThrow());
	}

	private Duration length(KeyLoan loan, Limit limit, Instant now) {
		return Duration.between(now, this.deadlines.due(loan.office(), now, limit).dueAt());
	}

	private String own(KeyLoan loan, Instant due) {
		return due.equals(loan.wantedUntil()) ? "\n借用人计划 " + this.log.shown(due) + " 归还，以此为限。" : "";
	}

	private void until(KeyLoan loan, Instant due, String whose, String explanation) {
		this.promises.setUntil(promise(loan, Purpose.RETURN), loan.issuedAt(), due, loan.rule().ladder(), whose);
		due(loan, due, explanation);
	}

	private void due(KeyLoan loan, Instant due, String explanation) {
		loan.due(due, explanation);
		this.items.findByLoanIdOrderById(loan.id())
			.stream()
			.filter(KeyLoanItem::out)
			.forEach((item) -> item.key().dueAt(due));
	}

	private static Promise promise(KeyLoan loan, Purpose purpose) {
		return Promise.first(loan.office(), loan.number(), purpose);
	}

	/**
	 * Loans that hang together.
	 *
	 * @param begun since when the keys have been out, or now
	 * @param first the first of them, or empty where none went before
	 */
	private record Stretch(Instant begun, Optional<KeyLoan> first) {
	}

}
