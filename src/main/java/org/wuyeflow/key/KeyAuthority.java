package org.wuyeflow.key;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.TimeOrderedId;

/**
 * The office manager lets somebody beside the assistant manager approve entrustments,
 * until a day. Clause CP-5.2.2.
 */
@Entity
public class KeyAuthority implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@FormField("岗位")
	@Column(name = "role_id", nullable = false, length = 64)
	private String role;

	@FormField("被授权人")
	@Column(nullable = false, length = 60)
	private String personName;

	@FormField("授权至")
	@Column(nullable = false)
	private LocalDate validUntil;

	@FormField("授权人")
	@Column(nullable = false, length = 100)
	private String givenByName;

	@Column(nullable = false)
	private Instant givenAt;

	protected KeyAuthority() {
	}

	KeyAuthority(String office, String role, String personName, LocalDate validUntil, Staff by, Instant now) {
		this.id = TimeOrderedId.next();
		this.office = office;
		this.role = role;
		this.personName = personName;
		this.validUntil = validUntil;
		this.givenByName = by.name();
		this.givenAt = now;
	}

	boolean covers(Staff staff) {
		return staff.has(this.role) && staff.name().equals(this.personName);
	}

	/** As the entrustment names it. */
	String shown() {
		return this.givenByName + "授权（至 " + this.validUntil + "）";
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

	/** The role that the person holds. */
	public String role() {
		return this.role;
	}

	public String personName() {
		return this.personName;
	}

	/** The last day of it. */
	public LocalDate validUntil() {
		return this.validUntil;
	}

	public String givenBy() {
		return this.givenByName;
	}

}
