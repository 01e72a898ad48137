package org.wuyeflow.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the holiday library knows, without a database.
 */
final class LibraryCalendar implements WorkCalendar {

	private static final Set<Integer> YEARS = Set.of(2024, 2025, 2026);

	private final Map<Integer, Map<LocalDate, CalendarDay>> years = new HashMap<>();

	private final OfficeHours hours;

	LibraryCalendar(OfficeHours hours) {
		this.hours = hours;
	}

	@Override
	public boolean knows(int year) {
		return YEARS.contains(year);
	}

	@Override
	public Map<LocalDate, CalendarDay> exceptions(int year) {
		return this.years.computeIfAbsent(year,
				(unread) -> CalendarSeed.days(unread)
					.stream()
					.collect(Collectors.toMap(CalendarDay::date, Function.identity())));
	}

	@Override
	public OfficeHours hours(String office) {
		return this.hours;
	}

}
