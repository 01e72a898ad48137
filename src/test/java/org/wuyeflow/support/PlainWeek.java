package org.wuyeflow.support;

import java.time.LocalDate;
import java.util.Map;

import org.wuyeflow.deadline.CalendarDay;
import org.wuyeflow.deadline.OfficeHours;
import org.wuyeflow.deadline.WorkCalendar;

/**
 * Five working days and a weekend, all the year round, in the usual hours.
 */
public final class PlainWeek implements WorkCalendar {

	@Override
	public boolean knows(int year) {
		return true;
	}

	@Override
	public Map<LocalDate, CalendarDay> exceptions(int year) {
		return Map.of();
	}

	@Override
	public OfficeHours hours(String office) {
		return OfficeHours.USUAL;
	}

}
