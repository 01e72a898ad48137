package org.wuyeflow.deadline;

import java.time.LocalDate;
import java.util.Map;

/**
 * What deadlines are counted by: which days differ from the plain week, and when an
 * office works.
 */
public interface WorkCalendar {

	/** Whether the arrangement of days off for this year is known. */
	boolean knows(int year);

	/** The days of a calendar year that differ from the plain week, by date. */
	Map<LocalDate, CalendarDay> exceptions(int year);

	/** The hours of the office with this id. */
	OfficeHours hours(String office);

}
