package org.wuyeflow.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A day that differs from the plain week of five working days.
 *
 * @param date the day in the offices' zone
 * @param kind how it differs
 * @param name the festival that it belongs to, in Chinese
 */
public record CalendarDay(LocalDate date, DayKind kind, String name) {

	/** Whether the day is a Saturday or a Sunday. */
	static boolean weekend(LocalDate date) {
		return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
	}

}
