package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts by the State Council's arrangement for 2026: Spring Festival 15 to 23 February,
 * with work on Saturday 14 and Saturday 28.
 */
class DeadlinesTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LibraryCalendar CALENDAR = new LibraryCalendar(OfficeHours.USUAL);

	private final Deadlines deadlines = new Deadlines(CALENDAR, Clock.system(ZONE));

	@ParameterizedTest
	@CsvSource({ "2026-03-02T09:00, 30个工作分钟, 2026-03-02T09:30", "2026-03-02T11:30, 30个工作分钟, 2026-03-02T12:00",
			"2026-03-02T11:31, 30个工作分钟, 2026-03-02T13:31", "2026-03-02T12:00, 30个工作分钟, 2026-03-02T14:00",
			"2026-03-02T12:45, 30个工作分钟, 2026-03-02T14:00", "2026-03-02T13:29, 30个工作分钟, 2026-03-02T14:00",
			"2026-03-02T17:00, 30个工作分钟, 2026-03-02T17:30", "2026-03-02T17:01, 30个工作分钟, 2026-03-03T08:31",
			"2026-03-02T17:30, 30个工作分钟, 2026-03-03T09:00", "2026-03-02T23:59, 30个工作分钟, 2026-03-03T09:00",
			"2026-03-03T00:00, 30个工作分钟, 2026-03-03T09:00", "2026-03-03T08:29, 30个工作分钟, 2026-03-03T09:00",
			"2026-03-02T09:00:30, 30个工作分钟, 2026-03-02T09:30:30" })
	void minuteMoreOrLessMattersAtEveryEdgeOfTheDay(LocalDateTime start, String limit, LocalDateTime due) {
		assertThat(due(start, limit)).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T09:00, 1个工作日, 2026-03-03T09:00", "2026-03-02T08:30, 1个工作日, 2026-03-02T17:30",
			"2026-03-02T08:29, 1个工作日, 2026-03-02T17:30", "2026-03-02T08:31, 1个工作日, 2026-03-03T08:31",
			"2026-03-06T16:00, 2个工作日, 2026-03-10T16:00", "2026-03-07T10:00, 1个工作日, 2026-03-09T17:30",
			"2026-03-06T16:30, 4个工作小时, 2026-03-09T11:30" })
	void workingDayIsTheOfficesDailyHours(LocalDateTime start, String limit, LocalDateTime due) {
		assertThat(due(start, limit)).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-13T16:30, 2个工作日, 2026-02-24T16:30", "2026-02-14T10:00, 30个工作分钟, 2026-02-14T10:30",
			"2026-02-14T16:30, 4个工作小时, 2026-02-24T11:30", "2026-02-17T10:00, 1个工作日, 2026-02-24T17:30",
			"2026-02-27T17:29, 2个工作分钟, 2026-02-28T08:31", "2026-02-28T17:30, 1个工作日, 2026-03-02T17:30",
			"2026-03-07T09:00, 30个工作分钟, 2026-03-09T09:00" })
	void springFestivalIsSkippedAndItsMakeUpSaturdaysCount(LocalDateTime start, String limit, LocalDateTime due) {
		assertThat(due(start, limit)).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-06T08:29, 2026-03-06T08:30", "2026-03-06T08:30, 2026-03-06T08:30",
			"2026-03-06T12:00, 2026-03-06T13:30", "2026-03-06T17:29, 2026-03-06T17:29",
			"2026-03-06T17:30, 2026-03-09T08:30", "2026-03-07T10:00, 2026-03-09T08:30",
			"2026-02-14T10:00, 2026-02-14T10:00", "2026-02-17T10:00, 2026-02-24T08:30" })
	void officeIsAtWorkAgainAtItsNextOfficeMinute(LocalDateTime from, LocalDateTime next) {
		assertThat(this.deadlines.atWork("cuihu", from.atZone(ZONE).toInstant()))
			.isEqualTo(next.atZone(ZONE).toInstant());
	}

	@ParameterizedTest
	@CsvSource({ "2025-12-31T17:00, 1个工作小时, 2026-01-04T09:00", "2026-12-31T16:30, 2个工作小时, 2027-01-01T09:30" })
	void countGoesOnOverTheEndOfTheYear(LocalDateTime start, String limit, LocalDateTime due) {
		assertThat(due(start, limit)).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-31T23:15, 1个月, 2026-02-28T23:15", "2024-01-31T09:00, 1个月, 2024-02-29T09:00",
			"2026-03-31T09:00, 1个月, 2026-04-30T09:00", "2026-02-28T09:00, 1个月, 2026-03-28T09:00",
			"2026-12-31T09:00, 2个月, 2027-02-28T09:00", "2026-02-15T09:00, 12小时, 2026-02-15T21:00",
			"2026-02-15T09:00, 7天, 2026-02-22T09:00", "2026-12-31T20:00, 12小时, 2027-01-01T08:00" })
	void elapsedLimitsRunDayAndNight(LocalDateTime start, String limit, LocalDateTime due) {
		assertThat(due(start, limit)).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T09:00, 2个工作日, 75, 2026-03-03T14:15", "2026-03-06T16:30, 4个工作小时, 25, 2026-03-06T17:30",
			"2026-02-14T17:00, 1个工作小时, 75, 2026-02-24T08:45", "2026-03-02T09:00, 12小时, 75, 2026-03-02T18:00",
			"2026-03-02T09:00, 2个工作日, 100, 2026-03-04T09:00" })
	void shareIsOfTheCountedTime(LocalDateTime start, String limit, int percent, LocalDateTime at) {
		Instant share = this.deadlines.share("cuihu", instant(start), Limit.parse(limit), percent);
		assertThat(LocalDateTime.ofInstant(share, ZONE)).isEqualTo(at);
	}

	@Test
	void explanationNamesWhatWasCountedAndWhatWasSkipped() {
		assertThat(explained("2026-02-13T16:30", "4个工作日").lines()).containsExactly(
				"4个工作日（每天7小时30分钟，共30小时），只计办公时间 08:30–12:00、13:30–17:30。", "从 2026-02-13 16:30 起算，到 2026-02-26 16:30 止。",
				"计入：02-13 1小时，02-14 调休上班 7小时30分钟，02-24 至 02-25 每天7小时30分钟，02-26 6小时30分钟。", "跳过：02-15 至 02-23 春节放假。");
	}

	@Test
	void explanationSaysWhereTheCountBeginsLater() {
		assertThat(explained("2026-03-06T20:00", "1个工作小时").lines()).containsExactly(
				"1个工作小时，只计办公时间 08:30–12:00、13:30–17:30。",
				"2026-03-06 20:00 不在办公时间内，从 2026-03-09 08:30 起算，到 2026-03-09 09:30 止。", "计入：03-09 1小时。",
				"跳过：03-07 至 03-08 周末。");
	}

	@Test
	void yearWithoutDataIsSaidAloud() {
		assertThat(explained("2026-12-31T16:30", "2个工作小时").lines()).containsExactly(
				"2个工作小时，只计办公时间 08:30–12:00、13:30–17:30。", "从 2026-12-31 16:30 起算，到 2027-01-01 09:30 止。",
				"计入：12-31 至 2027-01-01 每天1小时。", "2027 年未导入节假日安排，只按周末计算。");
		assertThat(explained("2026-12-30T16:30", "2个工作小时").text()).doesNotContain("未导入");
	}

	@Test
	void explanationOfAnElapsedLimitStatesTheMonthEnd() {
		assertThat(explained("2026-01-31T23:15", "1个月").lines())
			.containsExactly("1个月，不分昼夜和节假日，从 2026-01-31 23:15 起算，到 2026-02-28 23:15 止。", "2月没有31日，到当月最后一天止。");
		assertThat(explained("2026-01-15T23:15", "1个月").lines()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "America/New_York", "Asia/Shanghai" })
	void zoneOfTheMachineDoesNotMatter(String machine) {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone(machine));
		try {
			assertThat(new Deadlines(CALENDAR, Clock.system(ZONE)).due("cuihu", Instant.parse("2026-02-13T08:30:00Z"),
					Limit.parse("2个工作日")))
				.isEqualTo(new Deadline(Instant.parse("2026-02-24T08:30:00Z"), explained("2026-02-13T16:30", "2个工作日")));
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "08:30-12:00,13:30-17:30", "09:00-18:00", "07:00-09:15,10:00-12:00,20:00-22:05" })
	void everyMinuteIsCountedOnce(String officeHours) {
		OfficeHours hours = OfficeHours.parse(officeHours);
		Deadlines tried = new Deadlines(new LibraryCalendar(hours), Clock.system(ZONE));
		Random random = new Random(20_260_215);
		List<Limit.Unit> units = List.of(Limit.Unit.WORKING_MINUTES, Limit.Unit.WORKING_HOURS, Limit.Unit.WORKING_DAYS);
		for (int trial = 0; trial < 200; trial++) {
			LocalDateTime start = LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(2 * 365 * 24 * 60));
			Limit.Unit unit = units.get(random.nextInt(units.size()));
			Limit limit = new Limit(1 + random.nextInt((unit == Limit.Unit.WORKING_DAYS) ? 12 : 60), unit);
			long minutes = switch (unit) {
				case WORKING_MINUTES -> limit.amount();
				case WORKING_HOURS -> limit.amount() * 60L;
				default -> limit.amount() * hours.daily().toMinutes();
			};
			LocalDateTime due = byTheMinute(start, minutes, hours);
			assertThat(LocalDateTime.ofInstant(tried.due("cuihu", instant(start), limit).dueAt(), ZONE))
				.as("%s from %s", limit, start)
				.isEqualTo(due);
			Instant warning = tried.share("cuihu", instant(start), limit, 75);
			assertThat(LocalDateTime.ofInstant(warning, ZONE).truncatedTo(ChronoUnit.MINUTES))
				.as("three quarters of %s from %s", limit, start)
				.isEqualTo((minutes % 4 == 0) ? byTheMinute(start, minutes * 3 / 4, hours)
						: byTheMinute(start, minutes * 3 / 4 + 1, hours).minusMinutes(1));
		}
	}

	private static LocalDateTime byTheMinute(LocalDateTime start, long minutes, OfficeHours hours) {
		LocalDateTime minute = start;
		long counted = 0;
		while (true) {
			if (works(minute.toLocalDate()) && open(minute.toLocalTime(), hours)) {
				counted++;
			}
			minute = minute.plusMinutes(1);
			if (counted == minutes) {
				return minute;
			}
		}
	}

	private static boolean works(LocalDate date) {
		CalendarDay day = CALENDAR.exceptions(date.getYear()).get(date);
		return (day != null) ? day.kind() == DayKind.MAKE_UP_WORKDAY : date.getDayOfWeek().getValue() < 6;
	}

	private static boolean open(LocalTime time, OfficeHours hours) {
		return hours.parts().stream().anyMatch((part) -> !time.isBefore(part.opens()) && time.isBefore(part.closes()));
	}

	private LocalDateTime due(LocalDateTime start, String limit) {
		Instant due = this.deadlines.due("cuihu", instant(start), Limit.parse(limit)).dueAt();
		return LocalDateTime.ofInstant(due, ZONE);
	}

	private Explanation explained(String start, String limit) {
		return this.deadlines.due("cuihu", instant(LocalDateTime.parse(start)), Limit.parse(limit)).explanation();
	}

	private static Instant instant(LocalDateTime time) {
		return time.atZone(ZONE).toInstant();
	}

}
