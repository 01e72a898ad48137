package org.wuyeflow.deadline;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Days in a row of the same kind and name, a row of the calendar's page.
 *
 * @param first the first of them
 * @param last the last of them
 * @param kind how they differ from the plain week
 * @param name the festival
 */
record Span(LocalDate first, LocalDate last, DayKind kind, String name) {

	static List<Span> of(List<CalendarDay> days) {
		List<Span> spans = new ArrayList<>();
		for (CalendarDay day : days) {
			int end = spans.size() - 1;
			if (end >= 0 && spans.get(end).goesOn(day)) {
				Span before = spans.get(end);
				spans.set(end, new Span(before.first, day.date(), before.kind, before.name));
			}
			else {
				spans.add(new Span(day.date(), day.date(), day.kind(), day.name()));
			}
		}
		return spans;
	}

	private boolean goesOn(CalendarDay day) {
		return this.kind == day.kind() && this.name.equals(day.name()) && this.last.plusDays(1).equals(day.date());
	}

	/** As people read it: {@code 2026-02-15（周日）至 2026-02-23（周一）}. */
	public String shown() {
		return this.first.equals(this.last) ? shown(this.first) : shown(this.first) + "至 " + shown(this.last);
	}

	/** How many days. */
	public long length() {
		return ChronoUnit.DAYS.between(this.first, this.last) + 1;
	}

	private static String shown(LocalDate date) {
		return date + "（" + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA) + "）";
	}

}
