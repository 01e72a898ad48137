package org.wuyeflow.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * That an item was missing, opened or spoilt, and what the manager found. Clause
 * PP-5.3.1.
 */
@Embeddable
public class Incident {

	@FormField("事故")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "incident_kind", length = 20)
	private IncidentKind kind;

	@FormField("事故情况")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "incident_note", length = 10000)
	private String note;

	@FormField("事故核查结果")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "incident_finding", length = 10000)
	private String finding;

	protected Incident() {
	}

	Incident(IncidentKind kind, String note) {
		this.kind = kind;
		this.note = note;
	}

	void closed(String finding) {
		this.finding = finding;
	}

	public IncidentKind kind() {
		return this.kind;
	}

	/** What whoever reported it wrote. */
	public String note() {
		return this.note;
	}

}
