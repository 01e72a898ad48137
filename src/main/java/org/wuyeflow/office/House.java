package org.wuyeflow.office;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A flat or an office room that an office looks after. Its number is unique within the
 * office and is what people say and type: {@code 3-2-1501}.
 */
@Entity
public class House {

	@Id
	private UUID id;

	@Column(nullable = false, length = 64)
	private String officeId;

	@Column(nullable = false, length = 40)
	private String houseNumber;

	@Column(length = 20)
	private String building;

	@Column(length = 20)
	private String unitNumber;

	@Column(nullable = false, length = 20)
	private String room;

	private LocalDate movedInOn;

	protected House() {
	}

	void moveIn(LocalDate on) {
		this.movedInOn = on;
	}

	public UUID id() {
		return this.id;
	}

	/** The id of the office that looks after it. */
	public String office() {
		return this.officeId;
	}

	/** The number as people type it. */
	public String number() {
		return this.houseNumber;
	}

	/** The building (栋), or null in an office tower. */
	public String building() {
		return this.building;
	}

	/** The unit (单元), or null in an office tower. */
	public String unit() {
		return this.unitNumber;
	}

	public String room() {
		return this.room;
	}

	/** Whether the owner has moved in (已入住). */
	public boolean movedIn() {
		return this.movedInOn != null;
	}

	/** The day of moving in, or null before it. */
	public LocalDate movedInOn() {
		return this.movedInOn;
	}

}
