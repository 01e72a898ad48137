package org.wuyeflow.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * A notice to everybody. It is shown from its first day to its last, unless it was
 * withdrawn; it is never deleted.
 */
@Entity
public class Notice implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(length = 32)
	private String caseNumber;

	@FormField("标题")
	@Column(nullable = false, length = 100)
	private String title;

	@FormField("内容")
	@Column(nullable = false, length = 10000)
	private String content;

	@FormField("公布起")
	@Column(nullable = false)
	private LocalDate validFrom;

	@FormField("公布止")
	@Column(nullable = false)
	private LocalDate validTo;

	@FormField("公布时间")
	@Column(nullable = false)
	private Instant publishedAt;

	@FormField("公布人")
	@Column(nullable = false, length = 100)
	private String publishedBy;

	@FormField("撤下时间")
	private Instant withdrawnAt;

	@FormField("撤下人")
	@Column(length = 100)
	private String withdrawnBy;

	@FormField("撤下原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 400)
	private String withdrawalReason;

	protected Notice() {
	}

	Notice(NoticeText text, Staff by, Instant now) {
		if (text.validTo().isBefore(text.validFrom())) {
			throw new Refusal("公告的截止日期不能早于开始日期。");
		}
		this.id = TimeOrderedId.next();
		this.office = text.office();
		this.caseNumber = text.caseNumber();
		this.title = text.title();
		this.content = text.content();
		this.validFrom = text.validFrom();
		this.validTo = text.validTo();
		this.publishedAt = now;
		this.publishedBy = by.name();
	}

	void withdrawn(String reason, Staff by, Instant now) {
		if (this.withdrawnAt != null) {
			throw Refusal.conflict("公告「" + this.title + "」已经撤下。");
		}
		this.withdrawnAt = now;
		this.withdrawnBy = by.name();
		this.withdrawalReason = reason;
	}

	/** Whether everybody may read it on this day. */
	boolean shownOn(LocalDate day) {
		return this.withdrawnAt == null && !day.isBefore(this.validFrom) && !day.isAfter(this.validTo);
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
		return this.caseNumber;
	}

	public String title() {
		return this.title;
	}

	/** The paragraphs. */
	public List<String> paragraphs() {
		return this.content.lines().toList();
	}

	public LocalDate validFrom() {
		return this.validFrom;
	}

	public LocalDate validTo() {
		return this.validTo;
	}

	public Instant publishedAt() {
		return this.publishedAt;
	}

	/** When it was withdrawn, or null. */
	public Instant withdrawnAt() {
		return this.withdrawnAt;
	}

}
