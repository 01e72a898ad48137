package org.wuyeflow.deadline;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The calendar in the database, and its page over HTTP.
 */
@IntegrationTest
class CalendarIT {

	private static final String HEADER = CalendarFile.HEADER + "\n";

	@LocalServerPort
	int port;

	@Autowired
	CalendarBook book;

	@Autowired
	CalendarSeed seed;

	@Autowired
	CalendarHealth health;

	@Autowired
	Deadlines deadlines;

	@Test
	void yearsOfTheLibraryAreLoadedOnceAndStayAsTheyAre() {
		List<CalendarBook.Plan> before = this.book.plans();
		this.seed.afterPropertiesSet();

		assertThat(this.book.plans()).isEqualTo(before).extracting(CalendarBook.Plan::year).contains(2024, 2025, 2026);
		assertThat(this.book.plan(2026)).isEqualTo(CalendarSeed.days(2026)).hasSize(39);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "America/New_York", "Asia/Shanghai" })
	void datesAreTheSameInEveryZoneOfTheMachine(String machine) {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone(machine));
		try {
			assertThat(this.book.exceptions(2026))
				.containsOnlyKeys(CalendarSeed.days(2026).stream().map(CalendarDay::date).toArray(LocalDate[]::new));
			assertThat(this.deadlines.due("cuihu", Instant.parse("2026-02-13T08:30:00Z"), Limit.parse("2个工作日")).dueAt())
				.isEqualTo("2026-02-24T08:30:00Z");
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	void yearIsImportedAsAWholeAndImportedAgainSaysWhatChanged() {
		Visitor admin = Visitor.loggedIn(this.port, "admin");

		assertThat(load(admin, 2091, HEADER + "2091-01-01,放假,元旦\n2091-10-01,放假,国庆节\n")).contains("已导入，有 2 天与原来不同",
				"2091-10-01：平常 → 国庆节放假");
		assertThat(load(admin, 2091, HEADER + "2091-01-01,放假,元旦\n2091-10-01,放假,国庆节\n")).contains("与原来的安排相同");
		assertThat(load(admin, 2091, HEADER + "2091-10-01,放假,国庆中秋\n2091-10-06,调休上班,国庆中秋\n")).contains("已导入，有 3 天与原来不同",
				"2091-01-01：元旦放假 → 平常", "2091-10-01：国庆节放假 → 国庆中秋放假", "2091-10-06：平常 → 国庆中秋调休上班");
		assertThat(this.book.plan(2091)).extracting(CalendarDay::date)
			.containsExactly(LocalDate.of(2091, 10, 1), LocalDate.of(2091, 10, 6));
		assertThat(admin.get("/calendar?year=2091").body()).contains("2091-10-01（周一）", "来源：导入的文件");
	}

	@Test
	void nothingIsLoadedUnlessEveryRowIsWell() {
		Visitor admin = Visitor.loggedIn(this.port, "admin");

		assertThat(load(admin, 2092, HEADER + "2092-01-01,放假,元旦\n2092-02-30,放假,春节\n")).contains("什么都没有导入",
				"第 3 行：日期「2092-02-30」不存在");
		assertThat(this.book.plan(2092)).isEmpty();
		assertThat(admin.get("/calendar?year=2092").body()).contains("这一年还没有安排");
	}

	@Test
	void dayBelongsToThePlanOfOneYear() {
		this.book.load(2093, List.of(new CalendarDay(LocalDate.of(2094, 1, 1), DayKind.DAY_OFF, "元旦")), "试", "试");
		List<CalendarDay> same = List.of(new CalendarDay(LocalDate.of(2094, 1, 1), DayKind.DAY_OFF, "元旦"));

		assertThatThrownBy(() -> this.book.load(2094, same, "试", "试")).isInstanceOf(Refusal.class)
			.hasMessageContaining("2094-01-01 已经在 2093 年的安排里");
		assertThat(this.book.plans()).extracting(CalendarBook.Plan::year).doesNotContain(2094);
	}

	@Test
	void yearThatALimitRanIntoIsMissingUntilItIsImported() {
		Deadline deadline = this.deadlines.due("cuihu", Instant.parse("2095-03-02T01:00:00Z"), Limit.parse("1个工作日"));

		assertThat(deadline.explanation().text()).contains("2095 年未导入节假日安排，只按周末计算");
		assertThat(this.book.missingYears()).contains(2095);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(Visitor.at(this.port).get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
		Visitor admin = Visitor.loggedIn(this.port, "admin");
		assertThat(admin.get("/calendar").body()).containsPattern("2095(、\\d+)* 年未导入节假日安排");
		load(admin, 2095, HEADER + "2095-10-01,放假,国庆节\n");
		assertThat(this.book.missingYears()).doesNotContain(2095);
	}

	@Test
	void officeCountsByItsOwnHours() {
		Visitor admin = Visitor.loggedIn(this.port, "admin");
		try {
			assertThat(hours(admin, "jinmao", "09:00-18:00").statusCode()).isEqualTo(302);
			Instant start = Instant.parse("2026-03-02T01:00:00Z");
			assertThat(this.deadlines.due("jinmao", start, Limit.parse("1个工作日")).dueAt())
				.isEqualTo("2026-03-02T10:00:00Z");
			assertThat(this.deadlines.due("cuihu", start, Limit.parse("1个工作日")).dueAt())
				.isEqualTo("2026-03-03T01:00:00Z");
			assertThat(hours(admin, "jinmao", "18:00-09:00").statusCode()).isEqualTo(400);
			assertThat(hours(admin, "nowhere", "09:00-18:00").statusCode()).isEqualTo(404);
		}
		finally {
			this.book.setHours("jinmao", OfficeHours.USUAL);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "front-desk", "office-manager", "auditor" })
	void onlyAdministratorsOpenTheCalendar(String user) {
		Visitor visitor = Visitor.loggedIn(this.port, user);
		String token = visitor.tokenOn("/");

		assertThat(visitor.get("/calendar").statusCode()).isEqualTo(403);
		assertThat(visitor
			.upload("/calendar", Map.of("year", "2096", "_csrf", token), "file", HEADER + "2096-10-01,放假,国庆节\n")
			.statusCode()).isEqualTo(403);
		assertThat(visitor.form("/calendar/hours", Map.of("office", "cuihu", "hours", "09:00-18:00", "_csrf", token))
			.statusCode()).isEqualTo(403);
		assertThat(this.book.plan(2096)).isEmpty();
		assertThat(this.book.hours("cuihu")).isEqualTo(OfficeHours.USUAL);
	}

	private static String load(Visitor admin, int year, String text) {
		HttpResponse<String> answer = admin.upload("/calendar",
				Map.of("year", String.valueOf(year), "_csrf", admin.tokenOn("/calendar")), "file", text);
		assertThat(answer.statusCode()).isEqualTo(302);
		return admin.get("/calendar?year=" + year).body();
	}

	private static HttpResponse<String> hours(Visitor admin, String office, String hours) {
		return admin.form("/calendar/hours",
				Map.of("office", office, "hours", hours, "_csrf", admin.tokenOn("/calendar")));
	}

}
