package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.wuyeflow.deadline.CalendarDay;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.OfficeHours;
import org.wuyeflow.deadline.WorkCalendar;

import org.springframework.stereotype.Service;

/**
 * When the summary of a period is begun and when it is due. A week's is begun on the
 * Monday after it at 09:00 and due that day; a month's is begun with the first day after
 * it and due on the fifth. Where that Monday or that fifth is a day off, the next working
 * day stands for it. Due is the end of the office's hours.
 */
@Service
public class Timetable {

	private static final LocalTime WEEKLY = LocalTime.of(9, 0);

	private static final int MONTHLY_DUE = 5;

	private final WorkCalendar calendar;

	private final Deadlines deadlines;

	private final ZoneId zone;

	Timetable(WorkCalendar calendar, Deadlines deadlines, Clock clock) {
		this.calendar = calendar;
		this.deadlines = deadlines;
		this.zone = clock.getZone();
	}

	/** The moment from which the summary of this period is begun. */
	public Instant begins(String office, Period period) {
		return (period.kind() == PeriodKind.MONTH) ? period.ends(this.zone)
				: dueDay(office, period).atTime(WEEKLY).atZone(this.zone).toInstant();
	}

	/** The moment by which the summary of this period is due, and how it was found. */
	public Due due(String office, Period period) {
		LocalDate rule = ruleDay(period);
		LocalDate day = dueDay(office, period);
		OfficeHours hours = this.calendar.hours(office);
		Instant at = day.atTime(hours.parts().get(hours.parts().size() - 1).closes()).atZone(this.zone).toInstant();
		String wanted = (period.kind() == PeriodKind.WEEK) ? "每周一汇总上周" : "每月 5 日前汇总上月";
		String unknown = this.calendar.knows(rule.getYear()) ? "" : rule.getYear() + " 年未导入节假日安排，只按周末计算。";
		return new Due(at, wanted
				+ (day.equals(rule) ? "。" : "；" + rule + " " + why(rule) + "，顺延到 " + day + "（下一个工作日）。") + unknown);
	}

	private LocalDate ruleDay(Period period) {
		LocalDate after = period.next().first();
		return (period.kind() == PeriodKind.WEEK) ? after : after.withDayOfMonth(MONTHLY_DUE);
	}

	private LocalDate dueDay(String office, Period period) {
		Instant from = ruleDay(period).atStartOfDay(this.zone).toInstant();
		return LocalDate.ofInstant(this.deadlines.atWork(office, from), this.zone);
	}

	private String why(LocalDate day) {
		return Optional.ofNullable(this.calendar.exceptions(day.getYear()).get(day))
			.map(CalendarDay::name)
			.map((name) -> name + "放假")
			.orElse("是周末");
	}

	/**
	 * A moment and its reason.
	 *
	 * @param at the moment
	 * @param explanation why then, in one sentence
	 */
	public record Due(Instant at, String explanation) {
	}

}
