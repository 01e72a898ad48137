package org.wuyeflow.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working calendar and the offices' hours as they are kept in the database, so that
 * every node counts by the same. A plan is what the State Council arranges for one year;
 * it is loaded as a whole, or replaced as a whole.
 */
@Service
@Transactional(readOnly = true)
public class CalendarBook implements WorkCalendar {

	private static final Logger LOG = LoggerFactory.getLogger(CalendarBook.class);

	private final JdbcTemplate jdbc;

	private final OfficeDirectory offices;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Set<Integer> missed = ConcurrentHashMap.newKeySet();

	CalendarBook(JdbcTemplate jdbc, OfficeDirectory offices, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.offices = offices;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public boolean knows(int year) {
		boolean known = plans().stream().anyMatch((plan) -> plan.year() == year);
		if (!known && this.missed.add(year)) {
			LOG.warn("No working calendar for {}: deadlines count weekends only until an administrator imports it",
					year);
		}
		return known;
	}

	@Override
	public Map<LocalDate, CalendarDay> exceptions(int year) {
		Map<LocalDate, CalendarDay> days = new LinkedHashMap<>();
		this.jdbc.query("""
				select exception_date, kind, name from calendar_exception
				where exception_date between ? and ? order by exception_date""", (row) -> {
			CalendarDay day = day(row);
			days.put(day.date(), day);
		}, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
		return days;
	}

	@Override
	public OfficeHours hours(String office) {
		return this.jdbc.queryForList("select hours from office_hours where office_id = ?", String.class, office)
			.stream()
			.findFirst()
			.map(OfficeHours::parse)
			.orElse(OfficeHours.USUAL);
	}

	/**
	 * Sets the hours of an office; deadlines that run are counted anew.
	 * @throws Refusal (404) where there is no such office
	 */
	@Transactional
	public void setHours(String office, OfficeHours hours) {
		String id = this.offices.get(office).id();
		if (this.jdbc.update("update office_hours set hours = ? where office_id = ?", hours.stored(), id) == 0) {
			this.jdbc.update("insert into office_hours (office_id, hours) values (?, ?)", id, hours.stored());
		}
		this.events.publishEvent(new CalendarChanged("办公时间调整"));
	}

	/** The years that are known, the latest first. */
	public List<Plan> plans() {
		return this.jdbc.query(
				"select plan_year, source, loaded_at, loaded_by from calendar_plan order by plan_year desc",
				(row, number) -> new Plan(row.getInt(1), row.getString(2),
						row.getObject(3, LocalDateTime.class)
							.atZone(ZoneOffset.UTC)
							.withZoneSameInstant(this.clock.getZone())
							.toLocalDateTime(),
						row.getString(4)));
	}

	/** The days of this year's plan, by date. */
	public List<CalendarDay> plan(int year) {
		return this.jdbc.query(
				"select exception_date, kind, name from calendar_exception where plan_year = ? order by exception_date",
				(row, number) -> day(row), year);
	}

	/**
	 * The years without a plan that matter: those that a deadline ran into since the
	 * start, and those of the coming thirty days.
	 */
	public SortedSet<Integer> missingYears() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		SortedSet<Integer> years = new TreeSet<>(this.missed);
		years.add(today.getYear());
		years.add(today.plusDays(30).getYear());
		plans().forEach((plan) -> years.remove(plan.year()));
		return years;
	}

	/**
	 * Puts a year's plan in the place of what was there.
	 * @param year the year it was made for
	 * @param days its days
	 * @param source where it comes from
	 * @param by who loads it
	 * @return what has changed, a line each; empty where nothing has
	 * @throws Refusal (400) where a day belongs to the plan of another year already
	 */
	@Transactional
	public List<String> load(int year, List<CalendarDay> days, String source, String by) {
		Map<LocalDate, CalendarDay> before = new LinkedHashMap<>();
		plan(year).forEach((day) -> before.put(day.date(), day));
		days.forEach((day) -> refuseForeign(year, day));
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				ZoneOffset.UTC);
		this.jdbc.update("delete from calendar_exception where plan_year = ?", year);
		if (this.jdbc.update("update calendar_plan set source = ?, loaded_at = ?, loaded_by = ? where plan_year = ?",
				source, now, by, year) == 0) {
			this.jdbc.update("insert into calendar_plan (plan_year, source, loaded_at, loaded_by) values (?, ?, ?, ?)",
					year, source, now, by);
		}
		this.jdbc.batchUpdate(
				"insert into calendar_exception (exception_date, plan_year, kind, name) values (?, ?, ?, ?)",
				days.stream().map((day) -> new Object[] { day.date(), year, day.kind().name(), day.name() }).toList());
		List<String> changes = changes(before, days);
		if (!changes.isEmpty()) {
			this.events.publishEvent(new CalendarChanged("工作日历更新（" + year + " 年）"));
		}
		return changes;
	}

	private void refuseForeign(int year, CalendarDay day) {
		this.jdbc
			.queryForList("select plan_year from calendar_exception where exception_date = ? and plan_year <> ?",
					Integer.class, day.date(), year)
			.stream()
			.findFirst()
			.ifPresent((other) -> {
				throw new Refusal(day.date() + " 已经在 " + other + " 年的安排里，请先从其中一年的文件里去掉；什么都没有导入。");
			});
	}

	private static List<String> changes(Map<LocalDate, CalendarDay> before, List<CalendarDay> days) {
		Map<LocalDate, CalendarDay> after = new LinkedHashMap<>();
		days.forEach((day) -> after.put(day.date(), day));
		SortedSet<LocalDate> dates = new TreeSet<>(before.keySet());
		dates.addAll(after.keySet());
		List<String> changes = new ArrayList<>();
		for (LocalDate date : dates) {
			String old = Optional.ofNullable(before.get(date)).map(CalendarBook::shown).orElse("平常");
			String fresh = Optional.ofNullable(after.get(date)).map(CalendarBook::shown).orElse("平常");
			if (!old.equals(fresh)) {
				changes.add(date + "：" + old + " → " + fresh);
			}
		}
		return changes;
	}

	private static String shown(CalendarDay day) {
		return day.name() + day.kind().label();
	}

	private static CalendarDay day(ResultSet row) throws SQLException {
		return new CalendarDay(row.getObject(1, LocalDate.class), DayKind.valueOf(row.getString(2)), row.getString(3));
	}

	/**
	 * A year whose days off are known.
	 *
	 * @param year the year it was made for
	 * @param source where it comes from
	 * @param loadedAt when it was loaded, on the offices' clock
	 * @param loadedBy who loaded it
	 */
	public record Plan(int year, String source, LocalDateTime loadedAt, String loadedBy) {
	}

}
