package org.wuyeflow.office;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A person or a company that owns or uses houses. Personal data: it stays in this table
 * and in records, never in the engine's.
 */
@Entity
public class Customer {

	@Id
	private UUID id;

	@Column(nullable = false, length = 64)
	private String officeId;

	@Column(nullable = false, length = 100)
	private String name;

	@Column(length = 40)
	private String phone;

	@Column(length = 100)
	private String email;

	@Column(nullable = false)
	private boolean company;

	protected Customer() {
	}

	public UUID id() {
		return this.id;
	}

	/** The person's or the company's Chinese name. */
	public String name() {
		return this.name;
	}

	/** The telephone number, or null where none is known. */
	public String phone() {
		return this.phone;
	}

	/** The e-mail address, or null where none is known. */
	public String email() {
		return this.email;
	}

	/** Whether it is a company rather than a person. */
	public boolean company() {
		return this.company;
	}

}
