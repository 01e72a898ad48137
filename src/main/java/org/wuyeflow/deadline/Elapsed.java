package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts limits that run day and night.
 */
final class Elapsed implements Count {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private Duration counted = Duration.ZERO;

	@Override
	public Instant count(Instant from, Instant to, Duration whole) {
		Instant end = from.plus(whole.minus(this.counted));
		if (to != null && end.isAfter(to)) {
			this.counted = this.counted.plus(Duration.between(from, to));
			return null;
		}
		this.counted = whole;
		return end;
	}

	@Override
	public Duration counted() {
		return this.counted;
	}

	/** When a limit is over that is never paused. */
	static ZonedDateTime due(ZonedDateTime from, Limit limit) {
		return switch (limit.unit()) {
			case HOURS -> from.plusHours(limit.amount());
			case DAYS -> from.plusDays(limit.amount());
			case MONTHS -> from.plusMonths(limit.amount());
			case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS ->
				throw new IllegalArgumentException(limit + " counts office hours");
		};
	}

	static List<String> lines(Limit limit, ZonedDateTime from, ZonedDateTime due) {
		List<String> lines = new ArrayList<>();
		lines.add(limit + "，不分昼夜和节假日，从 " + MOMENT.format(from) + " 起算，到 " + MOMENT.format(due) + " 止。");
		ZonedDateTime unpaused = due(from, limit);
		if (limit.unit() == Limit.Unit.MONTHS && unpaused.getDayOfMonth() != from.getDayOfMonth()) {
			lines.add(unpaused.getMonthValue() + "月没有" + from.getDayOfMonth() + "日，到当月最后一天止。");
		}
		return lines;
	}

}
