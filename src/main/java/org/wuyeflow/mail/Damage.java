package org.wuyeflow.mail;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * What was damaged when the carrier brought an item, and what was done about it. Clause
 * PP-5.3.4.
 */
@Embeddable
public class Damage {

	@FormField("收件时破损")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "damage_note", length = 10000)
	private String note;

	@FormField("破损情况")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "damage_detail", length = 10000)
	private String detail;

	@FormField("投递员确认破损")
	@Personal(Personal.Kind.NAME)
	@Column(name = "damage_signature", length = 60)
	private String courierSignature;

	@FormField("协助联系邮政部门")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "post_help", length = 10000)
	private String postHelp;

	@FormField("破损告知时间")
	@Column(name = "damage_told_at")
	private Instant toldAt;

	@FormField("破损告知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "damage_told_how", length = 20)
	private TellWay toldHow;

	protected Damage() {
	}

	Damage(String note) {
		this.note = note;
	}

	void reported(DamageReport report) {
		this.detail = report.detail();
		this.courierSignature = report.courierSignature();
		this.postHelp = report.postHelp();
		this.toldAt = report.toldAt();
		this.toldHow = report.toldHow();
	}

	/** What was seen at the receipt. */
	public String note() {
		return this.note;
	}

}
