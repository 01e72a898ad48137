package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the carriers put on the counter, each time with one signature. Clauses CP-5.3.3.B,
 * PP-5.3.3.
 */
@Service
@Transactional
public class Deliveries {

	private static final String PREFIX = "JJ";

	private final MailDeliveryRepository deliveries;

	private final MailItemRepository items;

	private final DutyLog dutyLog;

	private final SerialNumbers serials;

	private final CurrentStaff staff;

	private final Clock clock;

	Deliveries(MailDeliveryRepository deliveries, MailItemRepository items, DutyLog dutyLog, SerialNumbers serials,
			CurrentStaff staff, Clock clock) {
		this.deliveries = deliveries;
		this.items = items;
		this.dutyLog = dutyLog;
		this.serials = serials;
		this.staff = staff;
		this.clock = clock;
	}

	/** A carrier begins to put items on the counter. */
	public MailDelivery open(String office, String carrier) {
		return this.deliveries.save(new MailDelivery(office, this.serials.next(office, PREFIX, Year.now(this.clock)),
				carrier, now(), this.staff.get()));
	}

	/**
	 * The courier signs once for everything of a delivery.
	 * @throws Refusal (404, 409) where there is no such delivery, or it is signed, empty,
	 * or holds a damaged item that nobody has dealt with
	 */
	public MailDelivery sign(String office, String number, String courier) {
		MailDelivery delivery = get(office, number);
		items(delivery).stream().filter((item) -> item.status() == MailStatus.DAMAGED).findFirst().ifPresent((open) -> {
			throw Refusal.conflict("破损邮件 " + open.caseNumber() + " 还没有办理，请先与投递员确认破损，再请他签字。");
		});
		delivery.sign(courier, now());
		return delivery;
	}

	/**
	 * The carrier has put ordinary mail into the boxes himself, and a guard has watched:
	 * one line in the duty log. Clause PP-5.3.2.
	 * @param carrier who has brought it
	 * @return the serial of the line
	 */
	public String intoBoxes(String office, String carrier) {
		DutyLogEntry line = this.dutyLog.enter(office, null, null, now(), carrier + "投递员将普通邮件投入信箱",
				this.staff.get().name() + "在场监督");
		line.close();
		return line.serial();
	}

	/**
	 * A delivery of the office.
	 * @throws Refusal (404) where there is none
	 */
	@Transactional(readOnly = true)
	public MailDelivery get(String office, String number) {
		return this.deliveries.findByOfficeAndNumber(office, number)
			.orElseThrow(() -> Refusal.notFound("没有找到交接单 " + number + "，请检查交接单号。"));
	}

	/** The deliveries whose courier has not signed yet. */
	@Transactional(readOnly = true)
	public List<MailDelivery> unsigned(String office) {
		return this.deliveries.findByOfficeAndSignedAtIsNullOrderByOpenedAt(office);
	}

	/** The items of a delivery, in the order of their registration. */
	@Transactional(readOnly = true)
	public List<MailItem> items(MailDelivery delivery) {
		return this.items.inDelivery(delivery.id());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
