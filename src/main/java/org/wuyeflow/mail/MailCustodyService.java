package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.notice.NoticeBoard;
import org.wuyeflow.notice.NoticeText;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.record.RecordBook;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to mail in custody. Each method is one step of the procedure: it moves
 * the item, writes its log, and gives the item back. Who acts and when is taken from
 * {@link CurrentStaff} and the clock. All refuse with a {@link Refusal} (404 for an
 * unknown number, 409 for a wrong move, 403 for who is not the keeper).
 */
@Service
@Transactional
public class MailCustodyService {

	private static final String CASE_PREFIX = "DS";

	private static final String DELIVERY_PREFIX = "JJ";

	private static final String PICK_UP_PREFIX = "LQ";

	private static final Duration SAME_VISIT = Duration.ofMinutes(30);

	private final MailItemRepository items;

	private final MailEntryRepository entries;

	private final MailDeliveryRepository deliveries;

	private final PickUpRepository pickUps;

	private final KeeperRoster roster;

	private final NoticeBoard board;

	private final RecordBook book;

	private final SerialNumbers serials;

	private final Deadlines deadlines;

	private final Houses houses;

	private final Notifications notifications;

	private final CurrentStaff staff;

	private final Clock clock;

	MailCustodyService(MailItemRepository items, MailEntryRepository entries, MailDeliveryRepository deliveries,
			PickUpRepository pickUps, KeeperRoster roster, NoticeBoard board, RecordBook book, SerialNumbers serials,
			Deadlines deadlines, Houses houses, Notifications notifications, CurrentStaff staff, Clock clock) {
		this.items = items;
		this.entries = entries;
		this.deliveries = deliveries;
		this.pickUps = pickUps;
		this.roster = roster;
		this.board = board;
		this.book = book;
		this.serials = serials;
		this.deadlines = deadlines;
		this.houses = houses;
		this.notifications = notifications;
		this.staff = staff;
		this.clock = clock;
	}

	/** The item with this number. */
	@Transactional(readOnly = true)
	public Optional<MailItem> find(String number) {
		return this.items.findByNumber(number);
	}

	/** What was done about an item, oldest first. */
	@Transactional(readOnly = true)
	public List<MailEntry> log(String number) {
		return this.entries.findByCaseNumberOrderByEntryNumber(number);
	}

	/** A carrier begins to put items on the counter. Clause CP-5.3.3.B. */
	public MailDelivery openDelivery(String office, String carrier) {
		return this.deliveries.save(new MailDelivery(office,
				this.serials.next(office, DELIVERY_PREFIX, Year.now(this.clock)), carrier, now(), this.staff.get()));
	}

	/**
	 * The courier signs once for everything of a delivery.
	 * @throws Refusal (404, 409) where there is no such delivery, or it is signed or
	 * empty
	 */
	public MailDelivery signDelivery(String office, String number, String courier) {
		MailDelivery delivery = delivery(office, number);
		delivery.sign(courier, now());
		return delivery;
	}

	private MailDelivery delivery(String office, String number) {
		return this.deliveries.findByOfficeAndNumber(office, number)
			.orElseThrow(() -> new Refusal("没有找到交接单 " + number + "，请检查交接单号。"));
	}

	/**
	 * Takes an item in and looks for its owner in the estate. Clauses CP-5.3.3.B,
	 * PP-5.3.2, PP-5.3.3, PP-5.3.6.
	 * @throws Refusal (400) for a house that does not exist; (409) for a delivery that is
	 * signed already or a carrier's number that lies on the shelf
	 */
	public MailItem register(MailIntake intake) {
		if (intake.trackingNumber() != null) {
			this.items.ofNumber(intake.office(), Shelf.LYING, intake.trackingNumber())
				.stream()
				.findFirst()
				.ifPresent((same) -> {
					throw Refusal
						.conflict("邮件号 " + intake.trackingNumber() + " 已经登记过，编号 " + same.caseNumber() + "，请不要重复登记。");
				});
		}
		String number = this.serials.nextCaseNumber(CASE_PREFIX);
		House house = (intake.house() != null) ? this.houses.find(intake.office(), intake.house()) : null;
		boolean known = house != null && AddresseeMatch.among(
				this.houses.occupants(house).stream().map((occupancy) -> occupancy.customer().name()).toList(),
				intake.addressee());
		MailDelivery delivery = (intake.deliveryNumber() != null) ? delivery(intake.office(), intake.deliveryNumber())
				: openDelivery(intake.office(), intake.carrier());
		MailItem item = this.book.enter(new MailItem(number, intake, delivery, house, known, now()));
		if (intake.deliveryNumber() == null) {
			delivery.sign(intake.courierSignature(), now());
		}
		log(item, EntryKind.RECEIPT, item.kind().label() + "，" + delivery.carrier()
				+ ((item.trackingNumber() != null) ? " " + item.trackingNumber() : ""));
		if (item.damageNote() != null) {
			log(item, EntryKind.DAMAGE, item.damageNote());
		}
		return item;
	}

	/** Gives an item the limits of the table. */
	public MailItem setClock(String number, MailClock clock) {
		MailItem item = get(number);
		item.clocked(clock, this.deadlines, this.clock.getZone());
		return item;
	}

	/**
	 * A damaged item was looked at with the courier, and its owner told. Clause PP-5.3.4.
	 * @param keep whether it is kept, or was refused and given back at once
	 */
	public MailItem reportDamage(String number, DamageReport report, boolean keep) {
		MailItem item = get(number);
		DamageReport dated = new DamageReport(report.detail(), report.courierSignature(), report.postHelp(),
				past(report.toldAt(), item), report.toldHow());
		if (keep) {
			item.damageReported(dated);
		}
		else {
			item.refused(dated);
		}
		log(item, keep ? EntryKind.DAMAGE : EntryKind.REFUSAL,
				dated.detail() + "；投递员签字确认；已" + dated.toldHow().label() + "告知收件人");
		return item;
	}

	/** The addressee was found in the estate. Clause PP-5.3.6. */
	public MailItem addresseeFound(String number, String house, String note) {
		MailItem item = get(number);
		item.addresseeFound(this.houses.find(item.office(), house));
		log(item, EntryKind.CHECK, "核对为 " + item.houseNumber() + text(note));
		return item;
	}

	/** Nobody can be found to whom it could be given. Clauses CP-5.3.3.E, PP-5.3.6. */
	public MailItem undeliverable(String number, ReturnReason reason, String note) {
		MailItem item = get(number);
		item.undeliverable(reason, now(), this.deadlines);
		takeDown(item, "已转退回");
		log(item, EntryKind.UNDELIVERABLE, reason.label() + text(note));
		return item;
	}

	/** The owner was told, or not reached. Clauses CP-5.3.3.B, PP-5.3.2, PP-5.3.3. */
	public MailItem tell(String number, TellWay how, boolean reached, String note) {
		MailItem item = get(number);
		item.told(now(), how, reached, this.deadlines);
		log(item, EntryKind.NOTICE,
				"第 " + item.noticesGiven() + " 次，" + how.label() + "，" + (reached ? "已通知到" : "未联系上") + text(note));
		return item;
	}

	/** The owner was told and asks to have it kept until a day. */
	public MailItem tellAndHold(String number, TellWay how, LocalDate until, String note) {
		tell(number, how, true, null);
		return hold(number, until, note);
	}

	/** The owner asks to have it kept until a day. */
	public MailItem hold(String number, LocalDate until, String note) {
		MailItem item = get(number);
		item.held(until, now(), this.deadlines, this.clock.getZone());
		if (item.announcedAt() == null) {
			takeDown(item, "应收件人要求保管");
		}
		log(item, EntryKind.HOLD, "应收件人要求保管至 " + until + text(note));
		return item;
	}

	/**
	 * Somebody fetches an item, proves who he is and signs. Clause CP-5.3.3.D.
	 * @return the item; its pick-up has the number under which more can be fetched at
	 * once
	 */
	public MailItem handOver(String number, Receiver receiver, String signature) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		PickUp pickUp = this.pickUps
			.save(new PickUp(item.office(), this.serials.next(item.office(), PICK_UP_PREFIX, Year.now(this.clock)),
					receiver, signature, now(), this.staff.get()));
		return handOver(item, pickUp);
	}

	/**
	 * One more item for somebody who has just signed.
	 * @throws Refusal (400) where there is no such pick-up of the last half hour
	 */
	public MailItem handOverWith(String number, String pickUpNumber) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		PickUp pickUp = this.pickUps.findByOfficeAndNumber(item.office(), pickUpNumber)
			.filter((found) -> !found.at().isBefore(now().minus(SAME_VISIT)))
			.orElseThrow(() -> new Refusal("没有找到半小时内的领取单 " + pickUpNumber + "，请重新核对领取人身份并签字。"));
		return handOver(item, pickUp);
	}

	private MailItem handOver(MailItem item, PickUp pickUp) {
		verify(item, pickUp);
		item.handedOver(pickUp);
		takeDown(item, "已领取");
		log(item, EntryKind.PICK_UP, pickUp.receiver().kind().label() + "，" + pickUp.receiver().documentKind().label()
				+ "已核对，领取单 " + pickUp.number());
		return item;
	}

	private void verify(MailItem item, PickUp pickUp) {
		String name = pickUp.receiver().name();
		if (pickUp.receiver().kind() == ReceiverKind.PROXY) {
			if (!this.items.addresseesOf(pickUp).stream().allMatch(item.addressee()::equals)) {
				throw new Refusal("代领人只受一位收件人委托，收件人不同的邮件请分开办理。");
			}
		}
		else if (pickUp.receiver().documentKind() != DocumentKind.LICENCE
				&& !AddresseeMatch.among(List.of(name), item.addressee()) && !livesThere(name, item)) {
			throw new Refusal("「" + name + "」不是邮件 " + item.caseNumber() + " 的收件人，也不是这一户登记的住户，请按代领人办理。");
		}
	}

	private boolean livesThere(String name, MailItem item) {
		return item.houseNumber() != null && this.houses.occupants(this.houses.find(item.office(), item.houseNumber()))
			.stream()
			.anyMatch((occupancy) -> occupancy.customer().name().equals(name));
	}

	/**
	 * An item that was given to the wrong person is back. Nothing of the wrong hand-over
	 * is lost.
	 */
	public MailItem takeBack(String number, String reason) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		String pickUp = (item.pickUp() != null) ? "，原领取单 " + item.pickUp().number() : "";
		item.takenBack(reason, now(), this.deadlines);
		log(item, EntryKind.UNDONE, reason + pickUp);
		return item;
	}

	/**
	 * It has lain for a month: it is announced, with as much of the house number as the
	 * office shows and without a name. Clause PP-5.3.5.
	 * @param shown how much of the house number is shown
	 */
	public MailItem announce(String number, HouseShown shown) {
		MailItem item = get(number);
		item.announced(shown.of(item.houseNumber()) + "有" + item.kind().label() + "一件未领取，请凭有效证件到管理处领取；"
				+ item.returnAt().atZone(this.clock.getZone()).toLocalDate() + " 后将退回邮局。", now());
		this.board.publish(new NoticeText(item.office(), number, "无人领取邮件公告", item.announcement(),
				LocalDate.now(this.clock), LocalDate.ofInstant(item.returnAt(), this.clock.getZone())));
		log(item, EntryKind.ANNOUNCEMENT, item.announcement());
		return item;
	}

	/** It was announced, and nobody has come. Clause PP-5.3.5. */
	public MailItem unclaimed(String number) {
		MailItem item = get(number);
		item.unclaimed(now(), this.deadlines);
		takeDown(item, "公告期满");
		log(item, EntryKind.UNCLAIMED, "公告期满无人领取，转退回邮局");
		return item;
	}

	/** The keeper is reminded that it must go back. Clause CP-5.3.3.E. */
	public MailItem warn(String number, String role) {
		MailItem item = get(number);
		log(item, EntryKind.WARNING, "应在 " + shown(item.returnDueAt()) + " 前退回邮局");
		tell(item, role, "warned", "邮件快到退回期限，请尽快退回邮局");
		return item;
	}

	/** It should be back at the post office by now: the superior is told. */
	public MailItem overdue(String number, String role) {
		MailItem item = get(number);
		tell(item, role, "overdue", "邮件已到退回期限仍未退回，请督办");
		return item;
	}

	/** The superior says what is to be done about an item that should be back. */
	public MailItem supervise(String number, String instruction) {
		MailItem item = get(number);
		log(item, EntryKind.SUPERVISION, instruction);
		return item;
	}

	/**
	 * The post office has taken it and signed. Clauses CP-5.3.3.E, PP-5.3.5, PP-5.3.6.
	 * @param at when, or null for now
	 */
	public MailItem giveBack(String number, String clerk, Instant at, String note) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		item.returned(clerk, past(at, item), note);
		log(item, EntryKind.RETURN, item.remark());
		return item;
	}

	/** It is missing, opened or spoilt; the manager is told at once. Clause PP-5.3.1. */
	public MailItem reportIncident(String number, IncidentKind kind, String note, String role) {
		MailItem item = get(number);
		item.incident(kind, note, now(), this.deadlines);
		takeDown(item, "正在核查");
		log(item, EntryKind.INCIDENT, kind.label() + "：" + note);
		tell(item, role, "incident", "代收邮件" + kind.label() + "，请核查并告知收件人");
		return item;
	}

	/**
	 * The manager has looked into an incident, and the owner was told. Clause PP-5.3.1.
	 */
	public MailItem closeIncident(String number, String finding, TellWay toldHow, boolean recovered) {
		MailItem item = get(number);
		if (recovered) {
			item.recovered(finding, now(), this.deadlines);
		}
		else {
			item.lost(finding);
		}
		log(item, EntryKind.INCIDENT,
				finding + "；已" + toldHow.label() + "如实告知收件人；" + (recovered ? "邮件可以继续交付" : "邮件不能交付，结案"));
		return item;
	}

	private void takeDown(MailItem item, String reason) {
		this.board.ofCase(item.caseNumber())
			.stream()
			.filter((notice) -> notice.withdrawnAt() == null)
			.forEach((notice) -> this.board.withdraw(notice.id(), reason));
	}

	private void tell(MailItem item, String role, String event, String headline) {
		this.notifications.tell(new Message(item.caseNumber() + "/" + event, item.office(), role, false, headline,
				item.caseNumber(), item.houseNumber(), item.kind().label(), item.returnDueAt()));
	}

	private MailItem get(String number) {
		return this.items.findByNumber(number).orElseThrow(() -> Refusal.notFound("没有找到邮件 " + number + "。"));
	}

	private void log(MailItem item, EntryKind kind, String text) {
		this.entries.save(new MailEntry(item, now(), this.staff.get(), kind, text));
	}

	private Instant past(Instant at, MailItem item) {
		if (at != null && at.isBefore(item.receivedAt().truncatedTo(ChronoUnit.MINUTES))) {
			throw new Refusal("时间不能早于收件时间 " + shown(item.receivedAt()) + "。");
		}
		return (at != null) ? at : now();
	}

	private String shown(Instant at) {
		return at.atZone(this.clock.getZone())
			.toLocalDateTime()
			.truncatedTo(ChronoUnit.MINUTES)
			.toString()
			.replace('T', ' ');
	}

	private static String text(String note) {
		return (note != null) ? "：" + note : "";
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
