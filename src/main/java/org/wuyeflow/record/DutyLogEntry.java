package org.wuyeflow.record;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.wuyeflow.office.House;

/**
 * An entry of the duty log (值班记录表): what happened, and what was done about it.
 */
@Entity
@RecordOf(QualityForm.DUTY_LOG)
public class DutyLogEntry extends QualityRecord {

	@FormField(value = "发生时间", listed = true)
	@Column(nullable = false)
	private Instant happenedAt;

	@FormField(value = "事项", listed = true)
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 10000)
	private String matter;

	@FormField("处理情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String handling;

	protected DutyLogEntry() {
	}

	DutyLogEntry(String office, String caseNumber, House house, Instant happenedAt, String matter, String handling) {
		super(office, caseNumber, house);
		this.happenedAt = happenedAt;
		this.matter = matter;
		this.handling = handling;
	}

	/** When it happened. */
	public Instant happenedAt() {
		return this.happenedAt;
	}

	/** What happened, up to 10,000 characters. */
	public String matter() {
		return this.matter;
	}

	/** What was done, up to 10,000 characters, or null while nothing was. */
	public String handling() {
		return this.handling;
	}

	void handled(String how) {
		this.handling = how;
	}

}
