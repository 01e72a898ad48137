package org.wuyeflow.web;

import java.util.List;

import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the frame of every page shows: who is logged in and where he may go.
 */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

	private final CurrentStaff currentStaff;

	private final Doors doors;

	PageFrame(CurrentStaff currentStaff, Doors doors) {
		this.currentStaff = currentStaff;
		this.doors = doors;
	}

	/** Whoever is logged in, or nobody. */
	@ModelAttribute("staff")
	Staff staff() {
		Staff staff = this.currentStaff.get();
		return (staff != Staff.SYSTEM) ? staff : null;
	}

	@ModelAttribute("doors")
	List<Door> doors() {
		Staff staff = staff();
		return (staff != null) ? this.doors.of(staff) : List.of();
	}

}
