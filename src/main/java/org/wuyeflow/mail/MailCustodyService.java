package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.notice.NoticeBoard;
import org.wuyeflow.notice.NoticeText;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.record.RecordBook;
import org.wuyeflow.record.SerialNumbers;
import org.wuyeflow.record.attachment.Attachments;

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

	private final MailItemRepository items;

	private final MailEntryRepository entries;

	private final Deliveries deliveries;

	private final PickUps pickUps;

	private final KeeperRoster roster;

	private final MailPromises promises;

	private final OwnerLetters letters;

	private final NoticeBoard board;

	private final Attachments attachments;

	private final RecordBook book;

	private final SerialNumbers serials;

	private final Houses houses;

	private final Notifications notifications;

	private final CurrentStaff staff;

	private final Clock clock;

	MailCustodyService(MailItemRepository items, MailEntryRepository entries, Deliveries deliveries, PickUps pickUps,
			KeeperRoster roster, MailPromises promises, OwnerLetters letters, NoticeBoard board,
			Attachments attachments, RecordBook book, SerialNumbers serials, Houses houses, Notifications notifications,
			CurrentStaff staff, Clock clock) {
		this.items = items;
		this.entries = entries;
		this.deliveries = deliveries;
		this.pickUps = pickUps;
		this.roster = roster;
		this.promises = promises;
		this.letters = letters;
		this.board = board;
		this.attachments = attachments;
		this.book = book;
		this.serials = serials;
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
		MailDelivery delivery = (intake.deliveryNumber() != null)
				? this.deliveries.get(intake.office(), intake.deliveryNumber())
				: this.deliveries.open(intake.office(), intake.carrier());
		MailItem item = this.book.enter(new MailItem(number, intake, delivery, house, known, now()));
		if (intake.deliveryNumber() == null) {
			delivery.sign(intake.courierSignature(), now());
		}
		log(item, EntryKind.RECEIPT, item.kind().label() + "，" + delivery.carrier()
				+ ((item.trackingNumber() != null) ? " " + item.trackingNumber() : ""));
		if (item.damage() != null) {
			log(item, EntryKind.DAMAGE, item.damage().note());
		}
		return item;
	}

	/** Gives an item the limits of the table; those that belong to it begin. */
	public MailItem setClock(String number, MailClock clock) {
		MailItem item = get(number);
		item.clocked(clock);
		this.promises.start(item);
		return item;
	}

	/**
	 * A damaged item was looked at with the courier, and its owner told. Clause PP-5.3.4.
	 * @param keep whether it is kept, or was refused and given back at once
	 * @throws Refusal (409) where no photo of it is attached
	 */
	public MailItem reportDamage(String number, DamageReport report, boolean keep) {
		MailItem item = get(number);
		if (!this.attachments.pictured(number)) {
			throw Refusal.conflict("还没有破损的照片，请先拍照上传（手机上点「拍照」），再登记。");
		}
		DamageReport dated = report.dated(past(report.toldAt(), item));
		if (dated.toldHow() != null) {
			this.promises.toldOfHarm(item, dated.toldAt());
		}
		if (keep) {
			item.damageReported(dated);
			this.promises.start(item);
		}
		else {
			item.refused(dated);
			this.promises.end(item, "破损拒收");
			written(item, this.letters.refused(item));
		}
		log(item, keep ? EntryKind.DAMAGE : EntryKind.REFUSAL, dated.detail() + "；投递员签字确认；"
				+ ((dated.toldHow() != null) ? "已" + dated.toldHow().label() + "告知收件人" : "收件人待核对后告知"));
		return item;
	}

	/** The addressee was found in the estate. Clause PP-5.3.6. */
	public MailItem addresseeFound(String number, String house, String note) {
		MailItem item = get(number);
		item.addresseeFound(this.houses.find(item.office(), house));
		this.promises.addresseeFound(item);
		log(item, EntryKind.CHECK, "核对为 " + item.houseNumber() + text(note));
		return item;
	}

	/** Nobody can be found to whom it could be given. Clauses CP-5.3.3.E, PP-5.3.6. */
	public MailItem undeliverable(String number, ReturnReason reason, String note) {
		MailItem item = get(number);
		item.undeliverable(reason);
		this.promises.giveBack(item, reason.label());
		takeDown(item, "已转退回");
		log(item, EntryKind.UNDELIVERABLE, reason.label() + text(note));
		return item;
	}

	/**
	 * The owner is to be told, now for the first time or again: he is written to where
	 * his address is on record, and the desk phones. Clauses CP-5.3.3.B, PP-5.3.2,
	 * PP-5.3.3.
	 */
	public MailItem noticeDue(String number) {
		MailItem item = get(number);
		CaseDeadline telling = this.promises.tell(item, item.telling().nextAt());
		written(item, this.letters.ready(item, number + "/notice/" + telling.round()));
		return item;
	}

	/** The owner was told, or not reached. Clauses CP-5.3.3.B, PP-5.3.2, PP-5.3.3. */
	public MailItem tell(String number, TellWay how, boolean reached, String note) {
		MailItem item = get(number);
		item.told(now(), how, reached, this.promises.told(item, now()));
		log(item, EntryKind.NOTICE,
				"第 " + item.telling().times() + " 次，" + how.label() + "，" + (reached ? "已通知到" : "未联系上") + text(note));
		return item;
	}

	/** The owner was told and asks to have it kept until a day. */
	public MailItem tellAndHold(String number, TellWay how, LocalDate until, String note) {
		tell(number, how, true, null);
		MailItem item = hold(number, until, note);
		item.tellAt(over(until));
		return item;
	}

	/**
	 * The owner asks to have it kept until a day. If he still is to be told, he is told
	 * when it is over.
	 */
	public MailItem hold(String number, LocalDate until, String note) {
		MailItem item = get(number);
		item.held(until, LocalDate.now(this.clock));
		takeDown(item, "应收件人要求保管");
		this.promises.keepOn(item, over(until), "应收件人要求保管至 " + until);
		Instant next = item.telling().nextAt();
		if (next != null && next.isAfter(now()) && over(until).isAfter(next)) {
			item.tellAt(over(until));
		}
		log(item, EntryKind.HOLD, "应收件人要求保管至 " + until + text(note));
		return item;
	}

	private Instant over(LocalDate until) {
		return until.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
	}

	/**
	 * Somebody fetches an item, proves who he is and signs. Clause CP-5.3.3.D.
	 * @return the item; its pick-up has the number under which more can be fetched at
	 * once
	 */
	public MailItem handOver(String number, Receiver receiver, String signature) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		return handOver(item, this.pickUps.open(item, receiver, signature));
	}

	/**
	 * One more item for somebody who has just signed.
	 * @throws Refusal (400) where there is no such pick-up of the last half hour
	 */
	public MailItem handOverWith(String number, String pickUpNumber) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		return handOver(item, this.pickUps.ofThisVisit(item, pickUpNumber));
	}

	private MailItem handOver(MailItem item, PickUp pickUp) {
		item.handedOver(pickUp);
		this.promises.fetched(item);
		takeDown(item, "已领取");
		log(item, EntryKind.PICK_UP, pickUp.receiver().kind().label() + "，" + pickUp.receiver().documentKind().label()
				+ "已核对，领取单 " + pickUp.number());
		return item;
	}

	/**
	 * An item that was given to the wrong person is back. Nothing of the wrong hand-over
	 * is lost.
	 */
	public MailItem takeBack(String number, String reason) {
		MailItem item = get(number);
		this.roster.requireKeeper(item.office());
		String pickUp = (item.pickUp() != null) ? "，原领取单 " + item.pickUp().number() : "";
		item.takenBack(reason, now());
		this.promises.takenBack(item);
		log(item, EntryKind.UNDONE, reason + pickUp);
		return item;
	}

	/**
	 * It has lain for a month: it is announced, with as much of the house number as the
	 * office shows and without a name, and its owner is written to. Does nothing where
	 * that is not due. Clause PP-5.3.5.
	 * @param shown how much of the house number is shown
	 */
	public MailItem announce(String number, HouseShown shown) {
		MailItem item = get(number);
		this.promises.announce(item).ifPresent((claim) -> {
			LocalDate last = LocalDate.ofInstant(claim.dueAt(), this.clock.getZone());
			String house = shown.of(item.houseNumber());
			item.announced(house + "有" + item.kind().publicLabel() + "一件未领取，请凭有效证件到管理处领取；" + last + " 后将退回邮局。", now());
			this.board.publish(new NoticeText(item.office(), number, "无人领取邮件公告", item.announcement(),
					LocalDate.now(this.clock), last), house);
			log(item, EntryKind.ANNOUNCEMENT, item.announcement());
			written(item, this.letters.announced(item, number + "/claim/" + claim.round()));
		});
		return item;
	}

	/** It was announced, and nobody has come. Clause PP-5.3.5. */
	public MailItem unclaimed(String number) {
		MailItem item = get(number);
		item.undeliverable(ReturnReason.UNCLAIMED);
		this.promises.unclaimed(item);
		this.promises.giveBack(item, "公告期满无人认领");
		takeDown(item, "公告期满");
		log(item, EntryKind.UNCLAIMED, "公告期满无人领取，转退回邮局");
		return item;
	}

	/** The keeper is reminded that it must go back. Clause CP-5.3.3.E. */
	public MailItem warn(String number, String role) {
		MailItem item = get(number);
		if (this.promises.takeReturnStep(item, false, "提醒邮件管理员退回邮局")) {
			log(item, EntryKind.WARNING, "应在 " + shown(item.deadline().dueAt()) + " 前退回邮局");
			message(item, role, "warned/" + item.deadline().round(), "邮件快到退回期限，请尽快退回邮局");
		}
		return item;
	}

	/** It should be back at the post office by now: the superior is told. */
	public MailItem overdue(String number, String role) {
		MailItem item = get(number);
		if (this.promises.takeReturnStep(item, true, "提请督办")) {
			message(item, role, "overdue/" + item.deadline().round(), "邮件已到退回期限仍未退回，请督办");
		}
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
		Instant when = past(at, item);
		item.returned(clerk, when, note);
		this.promises.returned(item, when);
		log(item, EntryKind.RETURN, item.remark());
		return item;
	}

	/** It is missing, opened or spoilt; the manager is told at once. Clause PP-5.3.1. */
	public MailItem reportIncident(String number, IncidentKind kind, String note, String role) {
		MailItem item = get(number);
		item.incident(kind, note);
		this.promises.incident(item, "报事故：" + kind.label());
		takeDown(item, "正在核查");
		log(item, EntryKind.INCIDENT, kind.label() + "：" + note);
		message(item, role, "incident/" + now(), "代收邮件" + kind.label() + "，请核查并告知收件人");
		return item;
	}

	/**
	 * The manager has looked into an incident, and the owner was told. Clause PP-5.3.1.
	 */
	public MailItem closeIncident(String number, String finding, TellWay toldHow, boolean recovered) {
		MailItem item = get(number);
		this.promises.toldOfHarm(item, now());
		if (recovered) {
			item.recovered(finding, now());
			if (item.inCustody()) {
				this.promises.keepOn(item, now(), "核查后继续保管");
			}
		}
		else {
			item.lost(finding);
			this.promises.end(item, "邮件" + item.incident().kind().label());
		}
		log(item, EntryKind.INCIDENT,
				finding + "；已" + toldHow.label() + "如实告知收件人；" + (recovered ? "邮件可以继续办理" : "邮件不能交付，结案"));
		return item;
	}

	private void written(MailItem item, boolean sent) {
		if (sent) {
			item.written(now());
			log(item, EntryKind.MESSAGE, "已写给收件人登记的电子邮箱");
		}
	}

	private void takeDown(MailItem item, String reason) {
		this.board.ofCase(item.caseNumber())
			.stream()
			.filter((notice) -> notice.withdrawnAt() == null)
			.forEach((notice) -> this.board.withdraw(notice.id(), reason));
	}

	private void message(MailItem item, String role, String event, String headline) {
		this.notifications.tell(new Message(item.caseNumber() + "/" + event, item.office(), role, false, headline,
				item.caseNumber(), item.houseNumber(), item.kind().label(),
				(item.deadline() != null) ? item.deadline().dueAt() : null));
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
