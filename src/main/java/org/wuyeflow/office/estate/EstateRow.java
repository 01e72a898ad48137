package org.wuyeflow.office.estate;

import java.time.LocalDate;

import org.wuyeflow.office.HouseNumber;
import org.wuyeflow.office.Occupancy;

/**
 * A row of the file: a house, and somebody who owns it or lives in it, or nobody.
 *
 * @param line the line in the file, from 1
 * @param office whose house it is
 * @param house the house's number
 * @param movedInOn the day of moving in, or null where this row does not say it
 * @param occupant who owns it or lives in it, or null
 */
record EstateRow(int line, EstateOffice office, HouseNumber house, LocalDate movedInOn, Occupant occupant) {

	/** The house that the row is about. */
	Place place() {
		return new Place(this.office.id(), this.house.value());
	}

	/** A house by its office's id and its number. */
	record Place(String office, String number) {
	}

	/**
	 * Somebody who owns a house or lives in it.
	 *
	 * @param part what he is to the house
	 * @param name his or the company's name
	 * @param phone the telephone number, or null
	 * @param company whether it is a company
	 */
	record Occupant(Occupancy.Part part, String name, String phone, boolean company) {
	}

}
