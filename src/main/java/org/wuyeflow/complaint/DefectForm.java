package org.wuyeflow.complaint;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.wuyeflow.office.House;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * The record of a complaint about the developer or the quality of a house. Clauses
 * CC-5.1.2.B, CS-3.1.2.B.
 */
@MappedSuperclass
public abstract class DefectForm extends ComplaintForm {

	@FormField("问题部位")
	@Column(length = 100)
	private String defectPlace;

	@FormField("施工或责任单位")
	@Column(length = 100)
	private String builder;

	@FormField("问题描述")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String defect;

	@FormField("顾客的意见和要求")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String customerWish;

	@FormField("保修期至")
	private LocalDate warrantyUntil;

	protected DefectForm() {
	}

	DefectForm(Complaint complaint, House house) {
		super(complaint, house);
	}

	void fill(HouseDefect found) {
		this.defectPlace = found.place();
		this.builder = found.builder();
		this.defect = found.defect();
		this.customerWish = found.customerWish();
		this.warrantyUntil = found.warrantyUntil();
	}

	/** What is wrong with the house. */
	public HouseDefect defect() {
		return new HouseDefect(this.defectPlace, this.builder, this.defect, this.customerWish, this.warrantyUntil);
	}

}
