package org.wuyeflow.complaint.summary;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/**
 * A week or a month. It ends where the next one begins: at midnight on the offices'
 * clock.
 *
 * @param kind how long it is
 * @param first its first day
 */
public record Period(PeriodKind kind, LocalDate first) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");

	/** The period of this kind that a day belongs to. */
	public static Period of(PeriodKind kind, LocalDate day) {
		return new Period(kind, switch (kind) {
			case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			case MONTH -> day.withDayOfMonth(1);
		});
	}

	/** The period right after it. */
	public Period next() {
		return new Period(this.kind, switch (this.kind) {
			case WEEK -> this.first.plusWeeks(1);
			case MONTH -> this.first.plusMonths(1);
		});
	}

	/** The period right before it. */
	public Period previous() {
		return of(this.kind, this.first.minusDays(1));
	}

	/** Its last day. */
	public LocalDate last() {
		return next().first().minusDays(1);
	}

	/** The moment at which it begins. */
	public Instant begins(ZoneId zone) {
		return this.first.atStartOfDay(zone).toInstant();
	}

	/** The moment at which it is over, its first moment after. */
	public Instant ends(ZoneId zone) {
		return next().begins(zone);
	}

	/** As people call it: {@code 2026年10月}, {@code 2026年11月16日至11月22日}. */
	public String label() {
		if (this.kind == PeriodKind.MONTH) {
			return MONTH.format(this.first);
		}
		LocalDate last = last();
		return DAY.format(this.first) + "至" + (last.getYear() == this.first.getYear()
				? last.getMonthValue() + "月" + last.getDayOfMonth() + "日" : DAY.format(last));
	}

}
