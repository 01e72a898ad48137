package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Houses;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Component;

/**
 * Who may fetch an item, and the one signature for all that he fetches on a visit. Clause
 * CP-5.3.3.D.
 */
@Component
class PickUps {

	private static final String PREFIX = "LQ";

	private static final Duration VISIT = Duration.ofMinutes(30);

	private final PickUpRepository pickUps;

	private final MailItemRepository items;

	private final Houses houses;

	private final SerialNumbers serials;

	private final CurrentStaff staff;

	private final Clock clock;

	PickUps(PickUpRepository pickUps, MailItemRepository items, Houses houses, SerialNumbers serials,
			CurrentStaff staff, Clock clock) {
		this.pickUps = pickUps;
		this.items = items;
		this.houses = houses;
		this.serials = serials;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Somebody has proved who he is and signs.
	 * @throws Refusal (400) where he may not fetch this item
	 */
	PickUp open(MailItem item, Receiver receiver, String signature) {
		PickUp pickUp = new PickUp(item.office(), this.serials.next(item.office(), PREFIX, Year.now(this.clock)),
				receiver, signature, now(), this.staff.get());
		verify(item, pickUp);
		return this.pickUps.save(pickUp);
	}

	/**
	 * The pick-up of somebody who has just signed, for one more item.
	 * @throws Refusal (400) where there is none of the last half hour, or he may not
	 * fetch this item
	 */
	PickUp ofThisVisit(MailItem item, String number) {
		PickUp pickUp = this.pickUps.findByOfficeAndNumber(item.office(), number)
			.filter((found) -> !found.at().isBefore(now().minus(VISIT)))
			.orElseThrow(() -> new Refusal("没有找到半小时内的领取单 " + number + "，请重新核对领取人身份并签字。"));
		if (pickUp.receiver().kind() == ReceiverKind.PROXY
				&& !this.items.addresseesOf(pickUp).stream().allMatch(item.addressee()::equals)) {
			throw new Refusal("代领人只受一位收件人委托，收件人不同的邮件请分开办理。");
		}
		verify(item, pickUp);
		return pickUp;
	}

	private void verify(MailItem item, PickUp pickUp) {
		Receiver receiver = pickUp.receiver();
		boolean right = switch (receiver.kind()) {
			case OWNER -> receiver.documentKind() == DocumentKind.LICENCE
					|| AddresseeMatch.among(List.of(receiver.name()), item.addressee());
			case FAMILY -> livesThere(receiver.name(), item);
			case PROXY -> true;
		};
		if (!right) {
			throw new Refusal("「" + receiver.name() + "」不是邮件 " + item.caseNumber() + " 的"
					+ ((receiver.kind() == ReceiverKind.OWNER) ? "收件人，同住的家人请选「登记在册的家庭成员」，其他人" : "收件人同一户登记的住户，")
					+ "请按代领人办理。");
		}
	}

	private boolean livesThere(String name, MailItem item) {
		return item.houseNumber() != null && this.houses.occupants(this.houses.find(item.office(), item.houseNumber()))
			.stream()
			.anyMatch((occupancy) -> occupancy.customer().name().equals(name));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
