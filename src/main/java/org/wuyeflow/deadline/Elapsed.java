package org.wuyeflow.deadline;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts limits that run day and night.
 */
final class Elapsed {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private Elapsed() {
	}

	static Deadline due(ZonedDateTime from, Limit limit) {
		ZonedDateTime due = switch (limit.unit()) {
			case HOURS -> from.plusHours(limit.amount());
			case DAYS -> from.plusDays(limit.amount());
			case MONTHS -> from.plusMonths(limit.amount());
			case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS ->
				throw new IllegalArgumentException(limit + " counts office hours");
		};
		List<String> lines = new ArrayList<>();
		lines.add(limit + "，不分昼夜和节假日，从 " + MOMENT.format(from) + " 起算，到 " + MOMENT.format(due) + " 止。");
		if (limit.unit() == Limit.Unit.MONTHS && due.getDayOfMonth() != from.getDayOfMonth()) {
			lines.add(due.getMonthValue() + "月没有" + from.getDayOfMonth() + "日，到当月最后一天止。");
		}
		return new Deadline(due.toInstant(), new Explanation(lines));
	}

}
