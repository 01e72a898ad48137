package org.wuyeflow.complaint;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.wuyeflow.office.House;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * The main record of an edition: of complaints of class 1, of those settled on the spot,
 * of invalid ones, and of those that came from outside the office. Clauses CC-5.1.2,
 * CC-5.2, CC-5.4, CS-3.1.2, CS-3.2, CS-3.5.
 */
@MappedSuperclass
public abstract class MainForm extends ComplaintForm {

	@FormField("指定跟进人")
	@Column(length = 30)
	private String responsiblePerson;

	@FormField("拟采取的措施")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String measures;

	@FormField("计划完成日期")
	private LocalDate plannedOn;

	protected MainForm() {
	}

	MainForm(Complaint complaint, House house) {
		super(complaint, house);
	}

	void fill(String responsible, String plan, LocalDate until) {
		this.responsiblePerson = responsible;
		this.measures = plan;
		this.plannedOn = until;
	}

	public String responsiblePerson() {
		return this.responsiblePerson;
	}

	public String measures() {
		return this.measures;
	}

	public LocalDate plannedOn() {
		return this.plannedOn;
	}

}
