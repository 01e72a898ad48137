package org.wuyeflow.key;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Role;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to loans of keys. Each method is one step of the procedure. All refuse
 * with a {@link Refusal} (404 for an unknown number, 409 for a wrong move). Clauses
 * CP-5.3.2.D1, CP-5.3.2.D2.
 */
@Service
@Transactional
public class KeyLoanService {

	private final KeyLoanRepository loans;

	private final KeyLoanItemRepository items;

	private final HouseKeyRepository keys;

	private final KeyConsentService consents;

	private final LoanTerms terms;

	private final Houses houses;

	private final SerialNumbers serials;

	private final Notifications notifications;

	private final KeyLog log;

	KeyLoanService(KeyLoanRepository loans, KeyLoanItemRepository items, HouseKeyRepository keys,
			KeyConsentService consents, LoanTerms terms, Houses houses, SerialNumbers serials,
			Notifications notifications, KeyLog log) {
		this.loans = loans;
		this.items = items;
		this.keys = keys;
		this.consents = consents;
		this.terms = terms;
		this.houses = houses;
		this.serials = serials;
		this.notifications = notifications;
		this.log = log;
	}

	/** The loan with this number. */
	@Transactional(readOnly = true)
	public Optional<KeyLoan> find(String number) {
		return this.loans.findByNumber(number);
	}

	/** The keys of a loan that are still out. */
	@Transactional(readOnly = true)
	public List<HouseKey> out(KeyLoan loan) {
		return this.items.findByLoanIdOrderById(loan.id())
			.stream()
			.filter(KeyLoanItem::out)
			.map(KeyLoanItem::key)
			.toList();
	}

	/** The numbers of the loans by which keys of this house are out. */
	@Transactional(readOnly = true)
	public List<String> numbersOut(House house) {
		return this.loans.numbersOut(house.id());
	}

	/** Requests for which no key has been issued yet. */
	@Transactional(readOnly = true)
	public List<KeyLoan> waiting(String office) {
		return this.loans.waiting(office);
	}

	/**
	 * Somebody asks for keys.
	 * @throws Refusal (400) for an unknown house or a time that is over; (404) where the
	 * office has no such key; (409) where it is out, and with whom
	 */
	public KeyLoan request(LoanRequest request) {
		House house = this.houses.find(request.office(), request.house());
		if (request.until() != null && !request.until().isAfter(this.log.now())) {
			throw new Refusal("「计划归还时间」要晚于现在。");
		}
		String number = this.serials.nextCaseNumber(KeyCase.LOAN.prefix());
		available(house, request.doors(), this.keys.ofHouse(house.id()));
		return this.loans.save(new KeyLoan(number, request, house, this.log.staff(), this.log.now()));
	}

	/** Whether the owner has moved into the house of a loan. */
	@Transactional(readOnly = true)
	public boolean movedIn(KeyLoan loan) {
		return house(loan).movedIn();
	}

	/**
	 * Whether the owner has agreed to just this use already: what for, by whom, when,
	 * with somebody of the office or not. Clause CP-5.3.2.D2.
	 */
	@Transactional(readOnly = true)
	public boolean agreedBeforehand(KeyLoan loan) {
		return consentAtHand(loan).isPresent();
	}

	private Optional<KeyConsent> consentAtHand(KeyLoan loan) {
		Instant now = this.log.now();
		return this.consents.inForce(loan.houseId())
			.stream()
			.filter((consent) -> consent.loanNumber() == null && consent.purpose() == loan.purpose())
			.filter((consent) -> !consent.enterFrom().isAfter(now))
			.filter((consent) -> consent.enterer().contains(loan.borrower().name()))
			.filter((consent) -> loan.accompanied() || !consent.accompanied())
			.filter((consent) -> loan.wantedUntil() == null || !loan.wantedUntil().isAfter(consent.enterUntil()))
			.findFirst();
	}

	/**
	 * Holds a request against the table. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
	 * @throws Refusal (400) where the keys would be out for longer than is allowed,
	 * counted from the first of several loans that hang together
	 */
	public KeyLoan rule(String number, LoanRule rule) {
		KeyLoan loan = get(number);
		loan.ruled(rule);
		if (rule.permission() == Permission.NONE && movedIn(loan)) {
			KeyConsent consent = consentAtHand(loan).orElseThrow();
			consent.usedBy(number);
			loan.consented(consent.number());
		}
		if (rule.returnWithin().isPresent()) {
			this.terms.check(loan);
		}
		else if (loan.wantedUntil() == null && loan.consentNumber() == null) {
			throw new Refusal("已入住房屋的钥匙要按业主同意的时间使用，请填写「计划归还时间」。");
		}
		return loan;
	}

	/**
	 * In an emergency the manager orders that the house be entered, or not.
	 * @param by who orders it
	 * @param way how the order came
	 * @param text its words
	 */
	public KeyLoan order(String number, boolean given, String by, ContactWay way, String text) {
		KeyLoan loan = get(number);
		loan.ordered(given, by, way, text, this.log.now());
		return loan;
	}

	/** The owner was told at once of what was done in the emergency. */
	public KeyLoan tellOwner(String number, ContactWay how, String text) {
		KeyLoan loan = get(number);
		loan.ownerTold(how.label() + "：" + text, this.log.now());
		this.terms.noticeGiven(loan);
		return loan;
	}

	/** The manager confirms in writing what was ordered in his name. */
	public KeyLoan confirmOrder(String number, boolean agreed, String opinion) {
		KeyLoan loan = get(number);
		loan.orderConfirmed(agreed, opinion);
		return loan;
	}

	/** The borrower does not get the keys; what the owner agreed to is still to come. */
	public KeyLoan notIssued(String number, String why) {
		KeyLoan loan = get(number);
		loan.notIssued(why);
		if (loan.consentNumber() != null) {
			this.consents.get(loan.consentNumber()).usedBy(null);
		}
		return loan;
	}

	/**
	 * The borrower gets the keys against his signature. Of those who reach for the same
	 * key in the same moment, one gets it. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
	 * @param counted how many were handed over
	 * @throws Refusal (409) where a key is out, and with whom; where not all were
	 * counted; where the owner has moved in or taken his consent back meanwhile
	 */
	public KeyLoan issue(String number, int counted) {
		KeyLoan loan = get(number);
		House house = house(loan);
		Instant now = this.log.now();
		List<HouseKey> taken = available(house, loan.doors(), this.keys.lock(house.id(), loan.doors()));
		int pieces = taken.stream().mapToInt(HouseKey::pieces).sum();
		if (counted != pieces) {
			throw Refusal
				.conflict("应借出" + shown(taken) + "，共 " + pieces + " 把，您点到 " + counted + " 把。请当面清点，数目不符请先登记异常。");
		}
		Optional<KeyConsent> consent = consentNow(loan, house, now);
		loan.issued(pieces, this.log.staff(), now);
		consent.ifPresentOrElse(
				(agreed) -> this.terms.begin(loan, agreed,
						"业主同意（" + agreed.number() + "）使用到 " + this.log.shown(agreed.enterUntil()) + "。"),
				() -> this.terms.begin(loan));
		if (loan.rule().permission() == Permission.ORDER) {
			this.terms.promiseNotice(loan);
		}
		taken.forEach((key) -> {
			key.lent(loan);
			this.items.save(new KeyLoanItem(loan, key));
		});
		this.log.write(taken, number, EntryKind.LENT,
				loan.borrower().part() + "借去" + loan.purpose().label() + "，应还 " + this.log.shown(loan.dueAt()),
				loan.borrower().name());
		return loan;
	}

	/**
	 * The owner's consent that the keys may go out by, or empty where the table says how
	 * long.
	 */
	private Optional<KeyConsent> consentNow(KeyLoan loan, House house, Instant now) {
		if (loan.consentNumber() != null) {
			KeyConsent consent = this.consents.get(loan.consentNumber());
			if (!consent.covers(now)) {
				throw Refusal.conflict("业主的同意已经撤回或过了时间，不能再用这把钥匙；请选择「不借出」，需要时重新申请。");
			}
			return Optional.of(consent);
		}
		if (house.movedIn() && loan.rule().permission() != Permission.ORDER) {
			throw Refusal.conflict("申请之后业主已经入住，使用钥匙要先征得业主同意；请选择「不借出」，再重新申请。");
		}
		return Optional.empty();
	}

	/** The keys to these doors, all of them in the cabinet. */
	private List<HouseKey> available(House house, Set<Door> doors, List<HouseKey> ofHouse) {
		List<HouseKey> wanted = ofHouse.stream().filter((key) -> doors.contains(key.door())).toList();
		wanted.stream().filter((key) -> key.status() == KeyStatus.OUT).findFirst().ifPresent((key) -> {
			throw Refusal.conflict(house.number() + " " + key.door().label() + "的钥匙已借给" + key.borrowerName() + "（"
					+ key.loanNumber() + "），应在 " + this.log.shown(key.dueAt()) + " 归还，现在不能借出。");
		});
		List<HouseKey> here = wanted.stream().filter((key) -> key.status() == KeyStatus.IN_CABINET).toList();
		doors.stream()
			.filter((door) -> here.stream().noneMatch((key) -> key.door() == door))
			.findFirst()
			.ifPresent((door) -> {
				List<HouseKey> others = ofHouse.stream()
					.filter((key) -> key.status() == KeyStatus.IN_CABINET)
					.sorted(Comparator.comparing(HouseKey::door))
					.toList();
				throw Refusal.notFound("钥匙柜里没有 " + house.number() + " " + door.label() + "的钥匙"
						+ (others.isEmpty() ? "。" : "，现有" + shown(others) + "。"));
			});
		return here;
	}

	/** The end is near; borrower and keeper are reminded. */
	public void remind(String number) {
		KeyLoan loan = get(number);
		if (this.terms.take(loan, LadderStep.BEFORE_END, "提醒钥匙管理员和借用人")) {
			this.log.write(out(loan), number, EntryKind.REMINDED, "应在 " + this.log.shown(loan.dueAt()) + " 归还，请提醒借用人",
					loan.borrower().name());
			tell(loan, "reminder", Role.KEY_KEEPER, false, "钥匙即将到归还时间，请提醒借用人");
		}
	}

	/** The keys are not back in time. Clause CP-5.3.2.D1. */
	public void overdue(String number) {
		KeyLoan loan = get(number);
		if (this.terms.take(loan, LadderStep.AT_END, "请钥匙管理员催还、客户服务组主管督办")) {
			loan.overdue(this.log.now());
			this.log.write(out(loan), number, EntryKind.OVERDUE, "到 " + this.log.shown(loan.dueAt()) + " 没有归还");
			tell(loan, "overdue", Role.KEY_KEEPER, true, "钥匙超过归还时间，请立即催还");
			tell(loan, "overdue", Role.CS_SUPERVISOR, true, "钥匙超过归还时间，请督办");
		}
	}

	/** The keys are not back long after they were due. */
	public void longOverdue(String number) {
		KeyLoan loan = get(number);
		if (this.terms.take(loan, LadderStep.AFTER_END, "请管理处经理决定如何处理")) {
			tell(loan, "long-overdue", Role.OFFICE_MANAGER, true, "钥匙久借不还，请决定如何处理");
		}
	}

	/** The keeper has gone after the borrower. */
	public KeyLoan chase(String number, String text) {
		KeyLoan loan = get(number);
		loan.chased(this.log.line(text));
		this.log.write(out(loan), number, EntryKind.CHASED, text);
		return loan;
	}

	/** The supervisor has stepped in. */
	public KeyLoan supervise(String number, String text) {
		KeyLoan loan = get(number);
		loan.supervised(this.log.line(text));
		this.log.write(out(loan), number, EntryKind.CHASED, "主管督办：" + text);
		return loan;
	}

	/** The office manager has decided what is to be done. */
	public KeyLoan decide(String number, String text) {
		KeyLoan loan = get(number);
		loan.decided(this.log.line(text));
		this.log.write(out(loan), number, EntryKind.CHASED, "经理决定：" + text);
		return loan;
	}

	/**
	 * The owner wants his keys, or does not agree to their use any more: they are called
	 * back before they are due.
	 */
	public KeyLoan recall(String number) {
		KeyLoan loan = get(number);
		boolean withdrawn = loan.consentNumber() != null
				&& this.consents.get(loan.consentNumber()).withdrawnAt() != null;
		return recall(loan, withdrawn ? "业主撤回同意" : "业主取回钥匙");
	}

	/** The owner who has moved in does not agree: they are called back. */
	public KeyLoan recallAfterMoveIn(String number) {
		return recall(get(number), "业主入住后未同意继续使用");
	}

	private KeyLoan recall(KeyLoan loan, String why) {
		Instant now = this.log.now();
		loan.recalled(why, now);
		this.terms.recall(loan, why);
		this.log.write(out(loan), loan.number(), EntryKind.RECALLED,
				why + "，应在 " + this.log.shown(loan.dueAt()) + " 前归还");
		tell(loan, "recall/" + now, Role.KEY_KEEPER, true, "钥匙要提前收回，请立即通知借用人");
		return loan;
	}

	/**
	 * The owner has moved in while keys are out: the twelve hours no longer count, his
	 * consent does. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
	 */
	public KeyLoan applyMovedIn(String number) {
		KeyLoan loan = get(number);
		loan.movedIn(this.log.now());
		this.log.write(out(loan), number, EntryKind.RULE_CHANGED, "借用期间业主已入住，继续使用须业主同意");
		tell(loan, "moved-in", Role.KEY_KEEPER, true, "借出钥匙的房屋业主已入住，须征得同意");
		return loan;
	}

	/** The owner who has moved in lets the keys be used on. Clause CP-5.3.2.D2. */
	public KeyLoan extend(String number) {
		KeyLoan loan = get(number);
		KeyConsent consent = this.consents.get(loan.consentNumber());
		String until = this.log.shown(consent.enterUntil());
		this.terms.begin(loan, consent, "业主入住后同意（" + consent.number() + "）使用到 " + until + "。");
		this.log.write(out(loan), number, EntryKind.RULE_CHANGED, "业主同意使用到 " + until);
		return loan;
	}

	/** The calendar has changed; loan and keys are due when the deadline says. */
	public KeyLoan follow(String number) {
		KeyLoan loan = get(number);
		this.terms.follow(loan);
		return loan;
	}

	private void tell(KeyLoan loan, String step, Role role, boolean urgent, String headline) {
		this.notifications.tell(new Message(loan.number() + "/" + step + "/" + loan.dueAt(), loan.office(), role.id(),
				urgent, headline, loan.number(), loan.houseNumber(), "钥匙借用", loan.dueAt()));
	}

	private House house(KeyLoan loan) {
		return this.houses.find(loan.office(), loan.houseNumber());
	}

	KeyLoan get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到钥匙借用 " + number + "。"));
	}

	static String shown(List<HouseKey> keys) {
		return keys.stream().map(HouseKey::shown).collect(Collectors.joining("、"));
	}

}
