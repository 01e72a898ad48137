package org.wuyeflow.mail;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.record.FormField;

/**
 * What the owner of an item was told of it, and when he is to be told again. Clauses
 * CP-5.3.3.B, PP-5.3.2, PP-5.3.3.
 */
@Embeddable
public class Telling {

	@FormField("通知次数")
	@Column(name = "notices_given", nullable = false)
	private int times;

	@FormField("最近通知时间")
	@Column(name = "last_told_at")
	private Instant lastAt;

	@FormField("最近通知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "last_told_how", length = 20)
	private TellWay lastHow;

	@FormField("已通知到本人")
	@Column(name = "owner_reached", nullable = false)
	private boolean reached;

	@FormField("最近发送电子邮件")
	@Column(name = "written_at")
	private Instant writtenAt;

	@Column(name = "next_notice_at")
	private Instant nextAt;

	protected Telling() {
	}

	Telling(Instant firstAt) {
		this.nextAt = firstAt;
	}

	void told(Instant at, TellWay how, boolean reached, Instant next) {
		this.times++;
		this.lastAt = at;
		this.lastHow = how;
		this.reached |= reached;
		this.nextAt = next;
	}

	void written(Instant at) {
		this.writtenAt = at;
	}

	void at(Instant moment) {
		this.nextAt = moment;
	}

	/** How many times somebody told the owner, or tried to. */
	public int times() {
		return this.times;
	}

	/** When that was last, or null. */
	public Instant lastAt() {
		return this.lastAt;
	}

	/** How that was last, or null. */
	public TellWay lastHow() {
		return this.lastHow;
	}

	/** Whether the owner himself was reached. */
	public boolean reached() {
		return this.reached;
	}

	/** When an e-mail to the owner was last written, or null. */
	public Instant writtenAt() {
		return this.writtenAt;
	}

	/** When the owner is to be told next, or null where he is not. */
	public Instant nextAt() {
		return this.nextAt;
	}

}
