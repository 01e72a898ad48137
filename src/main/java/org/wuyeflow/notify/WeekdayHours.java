package org.wuyeflow.notify;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import org.springframework.stereotype.Component;

/**
 * 08:30 to 17:30 from Monday to Friday, for every office and without holidays.
 */
@Component
class WeekdayHours implements SendingHours {

	private static final LocalTime OPENING = LocalTime.of(8, 30);

	private static final LocalTime CLOSING = LocalTime.of(17, 30);

	private final Clock clock;

	WeekdayHours(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Instant next(String office, Instant from) {
		ZonedDateTime moment = from.atZone(this.clock.getZone());
		if (!moment.toLocalTime().isBefore(CLOSING)) {
			moment = moment.plusDays(1).with(OPENING);
		}
		else if (moment.toLocalTime().isBefore(OPENING)) {
			moment = moment.with(OPENING);
		}
		while (moment.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
			moment = moment.plusDays(1).with(OPENING);
		}
		return moment.toInstant();
	}

}
