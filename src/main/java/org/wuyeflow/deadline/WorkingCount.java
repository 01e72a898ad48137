package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One count of office time. Walks over the days and over the parts of each working day.
 */
final class WorkingCount implements Count {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

	private static final String WEEKEND = "周末";

	private final WorkCalendar calendar;

	private final OfficeHours hours;

	private final ZoneId zone;

	private final Map<Integer, Map<LocalDate, CalendarDay>> exceptions = new HashMap<>();

	private final SortedSet<Integer> unknownYears = new TreeSet<>();

	private final SortedMap<LocalDate, Long> minutes = new TreeMap<>();

	private final SortedMap<LocalDate, String> skipped = new TreeMap<>();

	private Duration counted = Duration.ZERO;

	private ZonedDateTime begun;

	WorkingCount(WorkCalendar calendar, OfficeHours hours, ZoneId zone) {
		this.calendar = calendar;
		this.hours = hours;
		this.zone = zone;
	}

	@Override
	public Instant count(Instant from, Instant to, Duration whole) {
		ZonedDateTime first = from.atZone(this.zone);
		ZonedDateTime last = (to != null) ? to.atZone(this.zone) : null;
		for (LocalDate date = first.toLocalDate(); last == null
				|| !date.isAfter(last.toLocalDate()); date = date.plusDays(1)) {
			if (works(date)) {
				for (OfficeHours.Part part : this.hours.parts()) {
					ZonedDateTime opens = later(first, date.atTime(part.opens()).atZone(this.zone));
					ZonedDateTime closes = earlier(last, date.atTime(part.closes()).atZone(this.zone));
					if (opens.isBefore(closes)) {
						this.begun = (this.begun != null) ? this.begun : opens;
						Duration open = Duration.between(opens, closes);
						Duration left = whole.minus(this.counted);
						boolean enough = open.compareTo(left) >= 0;
						ZonedDateTime until = enough ? opens.plus(left) : closes;
						this.counted = this.counted.plus(enough ? left : open);
						this.minutes.merge(date, minutes(opens, until), Long::sum);
						if (enough) {
							return until.toInstant();
						}
					}
				}
			}
		}
		return null;
	}

	@Override
	public Duration counted() {
		return this.counted;
	}

	private boolean works(LocalDate date) {
		CalendarDay exception = year(date.getYear()).get(date);
		if (exception != null) {
			if (exception.kind() == DayKind.DAY_OFF) {
				skip(date, exception.name() + exception.kind().label());
			}
			return exception.kind() == DayKind.MAKE_UP_WORKDAY;
		}
		if (CalendarDay.weekend(date)) {
			skip(date, WEEKEND);
			return false;
		}
		return true;
	}

	private Map<LocalDate, CalendarDay> year(int year) {
		return this.exceptions.computeIfAbsent(year, (unread) -> {
			if (!this.calendar.knows(unread)) {
				this.unknownYears.add(unread);
			}
			return this.calendar.exceptions(unread);
		});
	}

	private void skip(LocalDate date, String reason) {
		this.skipped.put(date, reason);
	}

	/**
	 * How a limit was counted.
	 * @param length the limit in office time
	 */
	List<String> lines(Limit limit, Duration length, Instant from, Instant end) {
		ZonedDateTime asked = from.atZone(this.zone);
		List<String> lines = new ArrayList<>();
		String amount = (limit.unit() == Limit.Unit.WORKING_DAYS)
				? limit + "（每天" + shown(this.hours.daily().toMinutes()) + "，共" + shown(length.toMinutes()) + "）"
				: limit.toString();
		lines.add(amount + "，只计办公时间 " + this.hours.shown() + "。");
		lines.add((this.begun.isAfter(asked) ? MOMENT.format(asked) + " 不在办公时间内，" : "") + "从 "
				+ MOMENT.format(this.begun) + " 起算，到 " + MOMENT.format(end.atZone(this.zone)) + " 止。");
		int year = asked.getYear();
		List<Stretch> days = new ArrayList<>();
		this.minutes.forEach((date, counted) -> {
			boolean makeUp = year(date.getYear()).containsKey(date);
			join(days, date, (makeUp ? DayKind.MAKE_UP_WORKDAY.label() + " " : "") + shown(counted));
		});
		lines.add("计入：" + shown(days, "每天", year) + "。");
		if (!this.skipped.isEmpty()) {
			List<Stretch> gaps = new ArrayList<>();
			this.skipped.forEach((date, reason) -> join(gaps, date, reason));
			lines.add("跳过：" + shown(gaps, "", year) + "。");
		}
		this.unknownYears.forEach((unknown) -> lines.add(unknown + " 年未导入节假日安排，只按周末计算。"));
		return lines;
	}

	private static void join(List<Stretch> stretches, LocalDate date, String what) {
		int last = stretches.size() - 1;
		if (last >= 0 && stretches.get(last).what().equals(what)
				&& stretches.get(last).last().plusDays(1).equals(date)) {
			stretches.set(last, new Stretch(stretches.get(last).first(), date, what));
		}
		else {
			stretches.add(new Stretch(date, date, what));
		}
	}

	private static String shown(List<Stretch> stretches, String each, int year) {
		return stretches.stream()
			.map((stretch) -> stretch.first().equals(stretch.last()) ? day(stretch.first(), year) + " " + stretch.what()
					: day(stretch.first(), year) + " 至 " + day(stretch.last(), year) + " " + each + stretch.what())
			.collect(Collectors.joining("，"));
	}

	private static String day(LocalDate date, int year) {
		return (date.getYear() == year) ? DAY.format(date) : date.toString();
	}

	static String shown(long minutes) {
		long hours = minutes / 60;
		long rest = minutes % 60;
		return (hours > 0 ? hours + "小时" : "") + ((rest > 0 || hours == 0) ? rest + "分钟" : "");
	}

	private static long minutes(ZonedDateTime start, ZonedDateTime end) {
		return ChronoUnit.MINUTES.between(start.truncatedTo(ChronoUnit.MINUTES), end.truncatedTo(ChronoUnit.MINUTES));
	}

	private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
		return one.isAfter(other) ? one : other;
	}

	private static ZonedDateTime earlier(ZonedDateTime end, ZonedDateTime other) {
		return (end != null && end.isBefore(other)) ? end : other;
	}

	private record Stretch(LocalDate first, LocalDate last, String what) {
	}

}
