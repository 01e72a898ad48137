package org.wuyeflow.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.TimeOrderedId;

/**
 * That the office manager has named somebody, with a deputy, to keep the mail from one
 * day to another. Clauses CP-5.3.3.A, CP-5.3.3.C.
 */
@Entity
public class KeeperDuty implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false, length = 64)
	private String keeperId;

	@FormField("邮件管理员")
	@Column(nullable = false, length = 100)
	private String keeperName;

	@Column(length = 64)
	private String deputyId;

	@FormField("代理人")
	@Column(length = 100)
	private String deputyName;

	@FormField("开始日期")
	@Column(nullable = false)
	private LocalDate validFrom;

	@FormField("结束日期")
	private LocalDate validTo;

	@FormField("指定时间")
	@Column(nullable = false)
	private Instant namedAt;

	@Column(nullable = false, length = 64)
	private String namedById;

	@FormField("指定人")
	@Column(nullable = false, length = 100)
	private String namedByName;

	protected KeeperDuty() {
	}

	KeeperDuty(String office, Staff keeper, Staff deputy, LocalDate from, Instant at, Staff by) {
		if (deputy != null && deputy.id().equals(keeper.id())) {
			throw new Refusal("代理人不能与邮件管理员是同一人，请另选一人。");
		}
		this.id = TimeOrderedId.next();
		this.office = office;
		this.keeperId = keeper.id();
		this.keeperName = keeper.name();
		if (deputy != null) {
			this.deputyId = deputy.id();
			this.deputyName = deputy.name();
		}
		this.validFrom = from;
		this.namedAt = at;
		this.namedById = by.id();
		this.namedByName = by.name();
	}

	/** The next duty begins on this day. */
	void endsBefore(LocalDate next) {
		this.validTo = next.minusDays(1);
	}

	/** Whether this person may act for the shelf under it. */
	boolean names(Staff staff) {
		return staff.id().equals(this.keeperId) || staff.id().equals(this.deputyId);
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Override
	public String office() {
		return this.office;
	}

	@Override
	public String caseNumber() {
		return null;
	}

	/** The keeper's name. */
	public String keeper() {
		return this.keeperName;
	}

	/** The deputy's name, or null. */
	public String deputy() {
		return this.deputyName;
	}

	public LocalDate from() {
		return this.validFrom;
	}

	/** The last day, or null where it goes on. */
	public LocalDate to() {
		return this.validTo;
	}

	/** Who named them. */
	public String namedBy() {
		return this.namedByName;
	}

}
