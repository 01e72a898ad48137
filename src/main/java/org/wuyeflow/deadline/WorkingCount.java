package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One count of office time from a moment on. Walks over the days and over the parts of
 * each working day.
 */
final class WorkingCount {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

	private static final String WEEKEND = "周末";

	private final WorkCalendar calendar;

	private final OfficeHours hours;

	private final ZonedDateTime from;

	private final Map<Integer, Map<LocalDate, CalendarDay>> exceptions = new HashMap<>();

	private final SortedSet<Integer> unknownYears = new TreeSet<>();

	private final List<Stretch> counted = new ArrayList<>();

	private final List<Stretch> skipped = new ArrayList<>();

	private ZonedDateTime begun;

	WorkingCount(WorkCalendar calendar, OfficeHours hours, ZonedDateTime from) {
		this.calendar = calendar;
		this.hours = hours;
		this.from = from;
	}

	Deadline due(Limit limit, Duration length) {
		Instant end = end(length);
		return new Deadline(end, new Explanation(lines(limit, length, end.atZone(this.from.getZone()))));
	}

	/** The moment at which this much office time is over. */
	Instant end(Duration length) {
		Duration left = length;
		LocalDate date = this.from.toLocalDate();
		while (true) {
			if (works(date)) {
				Duration before = left;
				long minutes = 0;
				for (OfficeHours.Part part : this.hours.parts()) {
					ZonedDateTime opens = later(this.from, date.atTime(part.opens()).atZone(this.from.getZone()));
					ZonedDateTime closes = date.atTime(part.closes()).atZone(this.from.getZone());
					if (!opens.isBefore(closes)) {
						continue;
					}
					this.begun = (this.begun != null) ? this.begun : opens;
					Duration open = Duration.between(opens, closes);
					boolean enough = open.compareTo(left) >= 0;
					ZonedDateTime until = enough ? opens.plus(left) : closes;
					minutes += minutes(opens, until);
					left = left.minus(enough ? left : open);
					if (enough) {
						count(date, minutes);
						return until.toInstant();
					}
				}
				if (!before.equals(left)) {
					count(date, minutes);
				}
			}
			date = date.plusDays(1);
		}
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

	private void count(LocalDate date, long minutes) {
		boolean makeUp = year(date.getYear()).containsKey(date);
		join(this.counted, date, (makeUp ? DayKind.MAKE_UP_WORKDAY.label() + " " : "") + shown(minutes));
	}

	private void skip(LocalDate date, String reason) {
		join(this.skipped, date, reason);
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

	private List<String> lines(Limit limit, Duration length, ZonedDateTime end) {
		List<String> lines = new ArrayList<>();
		String amount = (limit.unit() == Limit.Unit.WORKING_DAYS)
				? limit + "（每天" + shown(this.hours.daily().toMinutes()) + "，共" + shown(length.toMinutes()) + "）"
				: limit.toString();
		lines.add(amount + "，只计办公时间 " + this.hours.shown() + "。");
		lines.add((this.begun.isAfter(this.from) ? MOMENT.format(this.from) + " 不在办公时间内，" : "") + "从 "
				+ MOMENT.format(this.begun) + " 起算，到 " + MOMENT.format(end) + " 止。");
		lines.add("计入：" + shown(this.counted, "每天") + "。");
		if (!this.skipped.isEmpty()) {
			lines.add("跳过：" + shown(this.skipped, "") + "。");
		}
		this.unknownYears.forEach((year) -> lines.add(year + " 年未导入节假日安排，只按周末计算。"));
		return lines;
	}

	private String shown(List<Stretch> stretches, String each) {
		return stretches.stream()
			.map((stretch) -> stretch.first().equals(stretch.last()) ? day(stretch.first()) + " " + stretch.what()
					: day(stretch.first()) + " 至 " + day(stretch.last()) + " " + each + stretch.what())
			.collect(Collectors.joining("，"));
	}

	private String day(LocalDate date) {
		return (date.getYear() == this.from.getYear()) ? DAY.format(date) : date.toString();
	}

	private static String shown(long minutes) {
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

	private record Stretch(LocalDate first, LocalDate last, String what) {
	}

}
