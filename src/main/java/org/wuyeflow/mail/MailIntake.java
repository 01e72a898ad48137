package org.wuyeflow.mail;

/**
 * An item as whoever receives it writes it down. Clauses CP-5.3.3.B, PP-5.3.2, PP-5.3.3,
 * PP-5.3.4.
 *
 * @param office the office's id
 * @param deliveryNumber the open delivery that it belongs to, or null for one of its own
 * @param carrier who brings it; null where a delivery is named
 * @param courierSignature who signs for the carrier; null where a delivery is named
 * @param house the house's number as typed, or null where the address is unclear
 * @param addressee the addressee as written on it
 * @param kind what it is
 * @param perishable whether what is in it spoils
 * @param trackingNumber the carrier's number, or null
 * @param damageNote what is damaged, or null where it is intact
 * @param shelf the place where it is kept, or null
 */
public record MailIntake(String office, String deliveryNumber, String carrier, String courierSignature, String house,
		String addressee, MailKind kind, boolean perishable, String trackingNumber, String damageNote, String shelf) {
}
