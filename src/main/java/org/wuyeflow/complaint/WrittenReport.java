package org.wuyeflow.complaint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * The report in writing that a complaint of large effect asks for: to the developer's
 * side, or as a special report to the departments concerned. Clauses CC-5.1.2.B,
 * CC-5.1.2.C, CS-3.1.2.B, CS-3.1.2.C.
 */
@Embeddable
public class WrittenReport {

	@FormField("报告编号")
	@Column(name = "report_number", length = 60)
	private String number;

	@FormField("呈报单位")
	@Column(name = "report_recipient", length = 100)
	private String recipient;

	@FormField("报告内容")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "report_text", length = 10000)
	private String text;

	@FormField("报告时间")
	@Column(name = "reported_at")
	private Instant at;

	@FormField("转呈发展商接收部门")
	@Column(name = "report_forwarded_to", length = 100)
	private String forwardedTo;

	@FormField("转呈时间")
	@Column(name = "report_forwarded_at")
	private Instant forwardedAt;

	protected WrittenReport() {
	}

	WrittenReport(String number, String recipient, String text, Instant at) {
		this.number = number;
		this.recipient = recipient;
		this.text = text;
		this.at = at;
	}

	WrittenReport forwarded(String to, Instant when) {
		WrittenReport forwarded = new WrittenReport(this.number, this.recipient, this.text, this.at);
		forwarded.forwardedTo = to;
		forwarded.forwardedAt = when;
		return forwarded;
	}

	public String number() {
		return this.number;
	}

	public String recipient() {
		return this.recipient;
	}

	public String text() {
		return this.text;
	}

	public Instant at() {
		return this.at;
	}

	/** To whom the company passed it on, or null. */
	public String forwardedTo() {
		return this.forwardedTo;
	}

	public Instant forwardedAt() {
		return this.forwardedAt;
	}

}
