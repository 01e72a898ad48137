package org.wuyeflow.mail;

import java.time.Instant;

/**
 * What was found and done about a damaged item while the courier was there. Clause
 * PP-5.3.4.
 *
 * @param detail what is damaged
 * @param courierSignature who confirmed the damage for the carrier
 * @param postHelp how the post office is asked about it, or null
 * @param toldAt when the owner was told, or null
 * @param toldHow how the owner was told, or null where nobody knows who that is
 */
public record DamageReport(String detail, String courierSignature, String postHelp, Instant toldAt, TellWay toldHow) {

	/** The same, told at this moment, where the owner was told. */
	DamageReport dated(Instant at) {
		return new DamageReport(this.detail, this.courierSignature, this.postHelp, (this.toldHow != null) ? at : null,
				this.toldHow);
	}

}
