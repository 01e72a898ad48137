package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.wuyeflow.notify.OwnerMail;
import org.wuyeflow.office.Customer;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.stereotype.Component;

/**
 * E-mails to whom an item is addressed, where an address is on record. They say what lies
 * at which office and what he may do about it; of the sender, the carrier's number and
 * any name they say nothing. Clauses CP-5.3.3.B, PP-5.3.2, PP-5.3.3, PP-5.3.4, PP-5.3.5.
 */
@Component
class OwnerLetters {

	private static final String PROXY = "请带有效证件到管理处领取；请人代领的，须带双方的证件，并由您本人确认。";

	private final OwnerMail mail;

	private final Houses houses;

	private final OfficeDirectory offices;

	private final DateTimeFormatter day;

	OwnerLetters(OwnerMail mail, Houses houses, OfficeDirectory offices, Clock clock) {
		this.mail = mail;
		this.houses = houses;
		this.offices = offices;
		this.day = DateTimeFormatter.ofPattern("M月d日").withZone(clock.getZone());
	}

	/**
	 * An item lies ready.
	 * @param event names the event for ever
	 * @return whether somebody is written to
	 */
	boolean ready(MailItem item, String event) {
		String damage = (item.damage() != null) ? "收件时外包装有破损，已与投递员当场确认。\n" : "";
		return write(item, event, "有" + what(item) + "等您领取",
				"管理处 " + day(item.receivedAt()) + " 代收了您的" + what(item) + "（编号 " + item.caseNumber() + "）。\n" + damage
						+ PROXY + "\n一时不便来取的，请告诉我们代为保管到哪一天；" + day(item.deadline().dueAt()) + "前无人领取的，将公告后退回邮局。");
	}

	/** It was announced, and goes back soon. */
	boolean announced(MailItem item, String event) {
		return write(item, event, "有" + what(item) + "将退回邮局", "管理处 " + day(item.receivedAt()) + " 代收的您的" + what(item)
				+ "（编号 " + item.caseNumber() + "）一直无人领取，" + day(item.deadline().dueAt()) + "后将退回邮局。\n" + PROXY);
	}

	/** It came so damaged that it was not taken in. */
	boolean refused(MailItem item) {
		return write(item, item.caseNumber() + "/refused", "有" + what(item) + "因破损未代收", "管理处 " + day(item.receivedAt())
				+ " 收到投递给您的" + what(item) + "（编号 " + item.caseNumber() + "），因破损已当场交还投递员。如需协助联系邮政部门，请与管理处联系。");
	}

	private boolean write(MailItem item, String event, String subject, String text) {
		String office = this.offices.get(item.office()).name();
		List<String> addresses = addresses(item);
		boolean written = false;
		for (int i = 0; i < addresses.size(); i++) {
			written |= this.mail.tell(item.office(), event + "/" + i, addresses.get(i), office + "：" + subject,
					"您好！\n\n" + text + "\n\n" + office + "\n（系统自动发出，请不要回复。）\n");
		}
		return written;
	}

	private List<String> addresses(MailItem item) {
		if (item.houseNumber() == null) {
			return List.of();
		}
		return this.houses.occupants(this.houses.find(item.office(), item.houseNumber()))
			.stream()
			.map(Occupancy::customer)
			.filter((one) -> AddresseeMatch.among(List.of(one.name()), item.addressee()))
			.map(Customer::email)
			.filter((address) -> address != null && !address.isBlank())
			.distinct()
			.toList();
	}

	private static String what(MailItem item) {
		if (item.kind() == MailKind.OFFICIAL) {
			return "一件须尽快领取的邮件";
		}
		return item.perishable() ? "一件易变质的邮件" : "一件" + item.kind().label();
	}

	private String day(Instant moment) {
		return this.day.format(moment);
	}

}
