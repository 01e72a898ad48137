package org.wuyeflow.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.tyme.holiday.LegalHoliday;
import org.wuyeflow.office.Staff;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Loads the years that the holiday library knows and the database does not. A year that
 * is there, loaded or imported, stays as it is.
 */
@Component
class CalendarSeed implements InitializingBean {

	static final String SOURCE = "国务院办公厅放假安排（tyme4j）";

	/** Nothing that is counted today can begin before. */
	private static final int FIRST_YEAR = 2024;

	private static final int LAST_YEAR = 2100;

	private final CalendarBook book;

	CalendarSeed(CalendarBook book) {
		this.book = book;
	}

	@Override
	public void afterPropertiesSet() {
		List<Integer> loaded = this.book.plans().stream().map(CalendarBook.Plan::year).toList();
		for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
			if (knows(year) && !loaded.contains(year)) {
				load(year);
			}
		}
	}

	private void load(int year) {
		try {
			this.book.load(year, days(year), SOURCE, Staff.SYSTEM.name());
		}
		catch (DuplicateKeyException ex) {
			// Another node that starts at the same moment has loaded it.
		}
	}

	/** The last holidays of a year stand for all: a year is announced as a whole. */
	private static boolean knows(int year) {
		return LegalHoliday.fromYmd(year, 10, 1) != null;
	}

	static List<CalendarDay> days(int year) {
		LocalDate first = LocalDate.of(year, 1, 1);
		return IntStream.range(0, first.lengthOfYear())
			.mapToObj((day) -> day(first.plusDays(day)))
			.filter(Objects::nonNull)
			.toList();
	}

	private static CalendarDay day(LocalDate date) {
		LegalHoliday holiday = LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
		return (holiday != null)
				? new CalendarDay(date, holiday.isWork() ? DayKind.MAKE_UP_WORKDAY : DayKind.DAY_OFF, holiday.getName())
				: null;
	}

}
