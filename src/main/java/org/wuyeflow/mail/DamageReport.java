package org.wuyeflow.mail;

import java.time.Instant;

/**
 * What was found and done about a damaged item while the courier was there. Clause
 * PP-5.3.4.
 *
 * @param detail what is damaged
 * @param courierSignature who confirmed the damage for the carrier
 * @param postHelp how the post office is asked about it, or null
 * @param toldAt when the owner was told
 * @param toldHow how the owner was told
 */
public record DamageReport(String detail, String courierSignature, String postHelp, Instant toldAt, TellWay toldHow) {
}
