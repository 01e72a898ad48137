package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.deadline.CalendarDay;
import org.wuyeflow.deadline.DayKind;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.OfficeHours;
import org.wuyeflow.deadline.WorkCalendar;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final Timetable timetable = timetable();

	@ParameterizedTest
	@CsvSource({ "2026-11-16, 2026-11-23T09:00, 2026-11-23T17:30", // a plain week
			"2026-09-28, 2026-10-08T09:00, 2026-10-08T17:30", // Monday in the National
																// Day
			"2026-02-09, 2026-02-24T09:00, 2026-02-24T17:30", // two Mondays in the Spring
			"2026-02-16, 2026-02-24T09:00, 2026-02-24T17:30", // Festival
			"2026-12-28, 2027-01-04T09:00, 2027-01-04T17:30" }) // two years
	void weekIsSummedUpOnTheFirstWorkingDayFromMondayOn(LocalDate monday, LocalDateTime begins, LocalDateTime due) {
		Period week = Period.of(PeriodKind.WEEK, monday);

		assertThat(local(this.timetable.begins("cuihu", week))).isEqualTo(begins);
		assertThat(local(this.timetable.due("cuihu", week).at())).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-01, 2026-11-01T00:00, 2026-11-05T17:30", // a Thursday
			"2026-08-01, 2026-09-01T00:00, 2026-09-07T17:30", // a Saturday
			"2026-09-01, 2026-10-01T00:00, 2026-10-08T17:30", // the National Day
			"2026-11-01, 2026-12-01T00:00, 2026-12-07T17:30", // a Saturday
			"2026-12-01, 2027-01-01T00:00, 2027-01-05T17:30" }) // the New Year
	void monthIsBegunOnTheFirstAndDueOnTheFirstWorkingDayFromTheFifthOn(LocalDate first, LocalDateTime begins,
			LocalDateTime due) {
		Period month = Period.of(PeriodKind.MONTH, first);

		assertThat(local(this.timetable.begins("cuihu", month))).isEqualTo(begins);
		assertThat(local(this.timetable.due("cuihu", month).at())).isEqualTo(due);
	}

	@Test
	void ruleIsSaidWithTheDayThatItMovedTo() {
		assertThat(explained(PeriodKind.WEEK, "2026-11-16")).isEqualTo("每周一汇总上周。");
		assertThat(explained(PeriodKind.WEEK, "2026-09-28"))
			.isEqualTo("每周一汇总上周；2026-10-05 国庆节放假，顺延到 2026-10-08（下一个工作日）。");
		assertThat(explained(PeriodKind.MONTH, "2026-08-01"))
			.isEqualTo("每月 5 日前汇总上月；2026-09-05 是周末，顺延到 2026-09-07（下一个工作日）。");
		assertThat(explained(PeriodKind.MONTH, "2026-12-01")).isEqualTo("每月 5 日前汇总上月。2027 年未导入节假日安排，只按周末计算。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "America/New_York", "Asia/Shanghai" })
	void machinesZoneDoesNotMatter(String zone) {
		TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			assertThat(timetable().begins("cuihu", Period.of(PeriodKind.WEEK, LocalDate.of(2026, 11, 16))))
				.isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
			assertThat(timetable().begins("cuihu", Period.of(PeriodKind.MONTH, LocalDate.of(2026, 10, 1))))
				.isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	private String explained(PeriodKind kind, String day) {
		return this.timetable.due("cuihu", Period.of(kind, LocalDate.parse(day))).explanation();
	}

	private static Timetable timetable() {
		Clock clock = Clock.fixed(Instant.EPOCH, ZONE);
		WorkCalendar calendar = new Holidays();
		return new Timetable(calendar, new Deadlines(calendar, clock), clock);
	}

	private static LocalDateTime local(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE);
	}

	/** The two long holidays of 2026 as the State Council arranged them. */
	private static final class Holidays implements WorkCalendar {

		@Override
		public boolean knows(int year) {
			return year == 2026;
		}

		@Override
		public Map<LocalDate, CalendarDay> exceptions(int year) {
			return Stream.concat(days("2026-02-15", "2026-02-23", "春节"), days("2026-10-01", "2026-10-07", "国庆节"))
				.filter((day) -> day.date().getYear() == year)
				.collect(Collectors.toMap(CalendarDay::date, Function.identity()));
		}

		private static Stream<CalendarDay> days(String first, String last, String name) {
			return LocalDate.parse(first)
				.datesUntil(LocalDate.parse(last).plusDays(1))
				.map((day) -> new CalendarDay(day, DayKind.DAY_OFF, name));
		}

		@Override
		public OfficeHours hours(String office) {
			return OfficeHours.USUAL;
		}

	}

}
