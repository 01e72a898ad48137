package org.wuyeflow.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadline;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
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

	private final KeyIncidentService incidents;

	private final Houses houses;

	private final SerialNumbers serials;

	private final Deadlines deadlines;

	private final CaseDeadlines promises;

	private final Notifications notifications;

	private final KeyLog log;

	KeyLoanService(KeyLoanRepository loans, KeyLoanItemRepository items, HouseKeyRepository keys,
			KeyConsentService consents, KeyIncidentService incidents, Houses houses, SerialNumbers serials,
			Deadlines deadlines, CaseDeadlines promises, Notifications notifications, KeyLog log) {
		this.loans = loans;
		this.items = items;
		this.keys = keys;
		this.consents = consents;
		this.incidents = incidents;
		this.houses = houses;
		this.serials = serials;
		this.deadlines = deadlines;
		this.promises = promises;
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
		String number = this.serials.nextCaseNumber("JY");
		available(house, request.doors(), this.keys.ofHouse(house.id()));
		return this.loans.save(new KeyLoan(number, request, house, this.log.staff(), this.log.now()));
	}

	/** Whether the owner has moved into the house of a loan. */
	@Transactional(readOnly = true)
	public boolean movedIn(KeyLoan loan) {
		return house(loan).movedIn();
	}

	/** Whether the owner has agreed to just this use already. Clause CP-5.3.2.D2. */
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
		if (rule.longest().isPresent()) {
			latest(loan, this.log.now());
		}
		else if (loan.wantedUntil() == null && loan.consentNumber() == null) {
			throw new Refusal("已入住房屋的钥匙要按业主同意的时间使用，请填写「计划归还时间」。");
		}
		return loan;
	}

	/**
	 * The latest moment at which keys that go out now must be back.
	 * @throws Refusal (400) where the borrower wants them for longer, or the stretch is
	 * used up
	 */
	private Deadline latest(KeyLoan loan, Instant now) {
		Limit longest = Limit.parse(loan.longest());
		Stretch stretch = stretch(loan, now);
		Deadline latest = table(loan, stretch.begun());
		String whose = stretch.earlier()
			.map((before) -> before.borrower().name() + "从 " + this.log.shown(stretch.begun()) + " 起"
					+ (before.borrower().same(loan.borrower()) ? "连续借用" : "为同一用途借用") + "，中间归还不满 " + loan.pause()
					+ "的要连续计算")
			.orElse("");
		if (!latest.dueAt().isAfter(now)) {
			throw new Refusal("未入住房屋的钥匙一次连续借用不得超过 " + longest + "：" + whose + "，已经用满。请等钥匙归还满 " + loan.pause() + "后再借。");
		}
		if (loan.wantedUntil() != null && loan.wantedUntil().isAfter(latest.dueAt())) {
			throw new Refusal("未入住房屋的钥匙一次连续借用不得超过 " + longest + (whose.isEmpty() ? "" : "：" + whose) + "。最晚应在 "
					+ this.log.shown(latest.dueAt()) + " 归还，请修改「计划归还时间」。");
		}
		return latest;
	}

	/** The loans that hang together with one that begins now: since when they run. */
	private Stretch stretch(KeyLoan loan, Instant now) {
		Instant begun = now;
		Optional<KeyLoan> first = Optional.empty();
		Instant since = now.minus(length(loan, loan.longest())).minus(length(loan, loan.pause()));
		for (KeyLoan before : this.loans.outSince(loan.houseId(), since)) {
			boolean related = !before.id().equals(loan.id()) && overlap(before.doors(), loan.doors())
					&& (before.borrower().same(loan.borrower()) || before.purpose() == loan.purpose());
			Instant back = (before.returnedAt() != null) ? before.returnedAt() : now;
			if (related && back.plus(length(loan, loan.pause())).isAfter(begun)) {
				begun = before.issuedAt().isBefore(begun) ? before.issuedAt() : begun;
				first = Optional.of(before);
			}
		}
		return new Stretch(begun, first);
	}

	private static boolean overlap(Set<Door> some, Set<Door> others) {
		return some.stream().anyMatch(others::contains);
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
		return loan;
	}

	/** The manager confirms in writing what was ordered in his name. */
	public KeyLoan confirmOrder(String number, boolean agreed, String opinion) {
		KeyLoan loan = get(number);
		loan.orderConfirmed(agreed, opinion);
		return loan;
	}

	/** The borrower does not get the keys. */
	public KeyLoan notIssued(String number, String why) {
		KeyLoan loan = get(number);
		loan.notIssued(why);
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
		Instant due = dueAt(loan, house, now);
		loan.issued(pieces, this.log.staff(), now);
		promise(loan, due, now);
		if (loan.permission() == Permission.ORDER) {
			loan.tellOwnerBy(now.plus(length(loan, loan.tellOwnerWithin())));
		}
		taken.forEach((key) -> {
			key.lent(loan);
			this.items.save(new KeyLoanItem(loan, key));
		});
		this.log.write(taken, number, EntryKind.LENT,
				loan.borrower().part() + "借去" + loan.purpose().label() + "，应还 " + this.log.shown(due),
				loan.borrower().name());
		return loan;
	}

	private Instant dueAt(KeyLoan loan, House house, Instant now) {
		if (loan.permission() == Permission.ORDER) {
			return table(loan, now).dueAt();
		}
		if (loan.consentNumber() != null) {
			KeyConsent consent = this.consents.get(loan.consentNumber());
			if (!consent.covers(now)) {
				throw Refusal.conflict("业主的同意已经撤回或过了时间，不能再用这把钥匙；请选择「不借出」，需要时重新申请。");
			}
			return earlier(loan.wantedUntil(), consent.enterUntil());
		}
		if (house.movedIn()) {
			throw Refusal.conflict("申请之后业主已经入住，使用钥匙要先征得业主同意；请选择「不借出」，再重新申请。");
		}
		return earlier(loan.wantedUntil(), latest(loan, now).dueAt());
	}

	/** The end that the table gives keys which go out from this moment on. */
	private Deadline table(KeyLoan loan, Instant begun) {
		return this.deadlines.due(loan.office(), begun, Limit.parse(loan.longest()));
	}

	private void promise(KeyLoan loan, Instant due, Instant now) {
		String own = due.equals(loan.wantedUntil()) ? "\n借用人计划 " + this.log.shown(due) + " 归还，以此为限。" : "";
		if (loan.longest() == null) {
			named(loan, due, "业主同意（" + loan.consentNumber() + "）使用到 "
					+ this.log.shown(this.consents.get(loan.consentNumber()).enterUntil()) + "。" + own);
			return;
		}
		Instant begun = (loan.permission() == Permission.ORDER) ? now : stretch(loan, now).begun();
		Deadline table = table(loan, begun);
		String explanation = table.explanation().text() + own;
		if (due.equals(table.dueAt())) {
			this.promises.set(promise(loan), begun, Limit.parse(loan.longest()), Ladder.NONE);
			due(loan, due, explanation);
		}
		else {
			named(loan, due, explanation);
		}
	}

	private static Promise promise(KeyLoan loan) {
		return Promise.first(loan.office(), loan.number(), Purpose.RETURN);
	}

	/** Somebody has said when they must be back. */
	private void named(KeyLoan loan, Instant due, String explanation) {
		this.promises.setUntil(promise(loan), loan.issuedAt(), due);
		due(loan, due, explanation);
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
	public KeyLoan remind(String number) {
		KeyLoan loan = get(number);
		this.log.write(out(loan), number, EntryKind.REMINDED, "应在 " + this.log.shown(loan.dueAt()) + " 归还，请提醒借用人",
				loan.borrower().name());
		tell(loan, "reminder", Role.KEY_KEEPER, false, "钥匙即将到归还时间，请提醒借用人");
		return loan;
	}

	/** The keys are not back in time. Clause CP-5.3.2.D1. */
	public KeyLoan overdue(String number) {
		KeyLoan loan = get(number);
		loan.overdue(this.log.now());
		this.log.write(out(loan), number, EntryKind.OVERDUE, "到 " + this.log.shown(loan.dueAt()) + " 没有归还");
		tell(loan, "overdue", Role.KEY_KEEPER, true, "钥匙超过归还时间，请立即催还");
		tell(loan, "overdue", Role.CS_SUPERVISOR, true, "钥匙超过归还时间，请督办");
		return loan;
	}

	/** The keys are not back long after they were due. */
	public KeyLoan longOverdue(String number) {
		KeyLoan loan = get(number);
		tell(loan, "long-overdue", Role.OFFICE_MANAGER, true, "钥匙久借不还，请决定如何处理");
		return loan;
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
	 * The keys are called back before they are due.
	 * @param why in a few words
	 */
	public KeyLoan recall(String number, String why) {
		KeyLoan loan = get(number);
		Instant now = this.log.now();
		loan.recalled(why, now);
		Instant soon = now.plus(length(loan, loan.recallWithin()));
		if (soon.isBefore(loan.dueAt())) {
			named(loan, soon, why + "，" + this.log.shown(now) + " 通知收回，" + loan.recallWithin() + "内归还。");
		}
		this.log.write(out(loan), number, EntryKind.RECALLED, why + "，应在 " + this.log.shown(loan.dueAt()) + " 前归还");
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
		Instant until = this.consents.get(loan.consentNumber()).enterUntil();
		named(loan, until, "业主入住后同意（" + loan.consentNumber() + "）使用到 " + this.log.shown(until) + "。");
		this.log.write(out(loan), number, EntryKind.RULE_CHANGED, "业主同意使用到 " + this.log.shown(until));
		return loan;
	}

	private void due(KeyLoan loan, Instant due, String explanation) {
		loan.due(due, length(loan, loan.remindBefore()), length(loan, loan.managerAfter()), explanation);
		out(loan).forEach((key) -> key.dueAt(due));
	}

	/**
	 * All keys are back.
	 * @param counted how many
	 * @param why why they are late, or null
	 * @throws Refusal (409) where not all were counted; (400) where they are late and no
	 * reason is given
	 */
	public KeyLoan returned(String number, int counted, String why, String remark) {
		KeyLoan loan = get(number);
		List<KeyLoanItem> back = outItems(loan);
		exactly(back, counted);
		take(loan, back, LoanStatus.RETURNED, why, remark);
		return loan;
	}

	/**
	 * Some of the keys are back, the others follow.
	 * @param doors the doors whose keys are back
	 * @throws Refusal (400) where these are not some of those that are out; (409) where
	 * not all of them were counted
	 */
	public KeyLoan returnedInPart(String number, Set<Door> doors, int counted, String remark) {
		KeyLoan loan = get(number);
		List<KeyLoanItem> back = of(loan, doors);
		if (back.size() == outItems(loan).size()) {
			throw new Refusal("借出的钥匙都回来了，请选择「全部归还」。");
		}
		exactly(back, counted);
		take(loan, back, LoanStatus.PARTLY_BACK, null, remark);
		return loan;
	}

	/**
	 * Keys are lost, damaged or perhaps copied; the others are back.
	 * @param doors the doors whose keys are concerned
	 * @param counted how many are back
	 * @return the incident that it becomes
	 */
	public KeyIncident returnedWithIncident(String number, Set<Door> doors, int counted, IncidentKind kind,
			String matter, String why, String remark) {
		KeyLoan loan = get(number);
		List<KeyLoanItem> concerned = of(loan, doors);
		List<KeyLoanItem> out = outItems(loan);
		int most = out.stream().mapToInt(KeyLoanItem::pieces).sum();
		int least = most - concerned.stream().mapToInt(KeyLoanItem::pieces).sum();
		int present = (kind == IncidentKind.LOST) ? most - 1 : most;
		if (counted < least || counted > present) {
			throw Refusal.conflict("借出 " + most + " 把，按您所选，点到的应在 " + least + " 到 " + present + " 把之间，请重新清点。");
		}
		List<KeyLoanItem> back = out.stream().filter((item) -> !concerned.contains(item)).toList();
		back.forEach((item) -> back(item));
		concerned.forEach((item) -> {
			item.lost();
			item.key().missing();
		});
		loan.returned(counted, LoanStatus.INCIDENT, this.log.staff(), this.log.now(), why, remark);
		decide(loan);
		return this.incidents.open(loan.office(), loan.houseNumber(), number,
				concerned.stream().map((item) -> item.key().door()).collect(Collectors.toSet()), kind, matter);
	}

	private void take(KeyLoan loan, List<KeyLoanItem> back, LoanStatus next, String why, String remark) {
		int pieces = back.stream().mapToInt(KeyLoanItem::pieces).sum();
		loan.returned(pieces, next, this.log.staff(), this.log.now(), why, remark);
		if (next == LoanStatus.RETURNED) {
			decide(loan);
		}
		List<HouseKey> returned = back.stream().map(KeyLoanItem::key).toList();
		back.forEach((item) -> back(item));
		this.log.write(returned, loan.number(), EntryKind.RETURNED,
				"已验收、清点，挂回原处" + ((why != null) ? "；逾期原因：" + why : "") + ((remark != null) ? "；" + remark : ""),
				loan.borrower().name());
	}

	private void decide(KeyLoan loan) {
		this.promises.decide(loan.number(), Purpose.RETURN, this.log.now());
		this.promises.find(loan.number(), Purpose.RETURN).ifPresent((deadline) -> loan.kept(deadline.kept()));
	}

	private void back(KeyLoanItem item) {
		item.back(this.log.now());
		item.key().back();
	}

	private List<KeyLoanItem> of(KeyLoan loan, Set<Door> doors) {
		List<KeyLoanItem> out = outItems(loan);
		Set<Door> lent = out.stream()
			.map((item) -> item.key().door())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Door.class)));
		doors.stream().filter((door) -> !lent.contains(door)).findFirst().ifPresent((door) -> {
			throw new Refusal("这次没有借出" + door.label() + "的钥匙，还没有归还的是" + Door.labels(lent) + "。");
		});
		return out.stream().filter((item) -> doors.contains(item.key().door())).toList();
	}

	private List<KeyLoanItem> outItems(KeyLoan loan) {
		List<KeyLoanItem> out = new ArrayList<>(this.items.findByLoanIdOrderById(loan.id()));
		out.removeIf((item) -> !item.out());
		return out;
	}

	private static void exactly(List<KeyLoanItem> back, int counted) {
		int expected = back.stream().mapToInt(KeyLoanItem::pieces).sum();
		if (counted != expected) {
			throw Refusal.conflict("应归还" + shown(back.stream().map(KeyLoanItem::key).toList()) + "，共 " + expected
					+ " 把，您点到 " + counted + " 把。请当面清点；确实少了或坏了，请选择「有钥匙遗失、损坏或疑似被复制」。");
		}
	}

	private void tell(KeyLoan loan, String step, Role role, boolean urgent, String headline) {
		this.notifications.tell(new Message(loan.number() + "/" + step + "/" + loan.dueAt(), loan.office(), role.id(),
				urgent, headline, loan.number(), loan.houseNumber(), "钥匙借用", loan.dueAt()));
	}

	private Duration length(KeyLoan loan, String limit) {
		Instant now = this.log.now();
		return Duration.between(now, this.deadlines.due(loan.office(), now, Limit.parse(limit)).dueAt());
	}

	private House house(KeyLoan loan) {
		return this.houses.find(loan.office(), loan.houseNumber());
	}

	private KeyLoan get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到钥匙借用 " + number + "。"));
	}

	private static Instant earlier(Instant wanted, Instant latest) {
		return (wanted != null && wanted.isBefore(latest)) ? wanted : latest;
	}

	private static String shown(List<HouseKey> keys) {
		return keys.stream().map(HouseKey::shown).collect(Collectors.joining("、"));
	}

	/**
	 * Loans that hang together.
	 *
	 * @param begun since when the keys have been out, or now
	 * @param earlier the first of them, or empty where none went before
	 */
	private record Stretch(Instant begun, Optional<KeyLoan> earlier) {
	}

}
