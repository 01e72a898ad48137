package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.springframework.stereotype.Service;

/**
 * Counts deadlines in the offices' zone. A working limit counts from the first office
 * minute at or after its start, in the hours of the office that the case belongs to; it
 * ends the moment its last minute is over. A limit that runs day and night keeps the time
 * of day.
 */
@Service
public class Deadlines {

	private static final int PERCENT = 100;

	private final WorkCalendar calendar;

	private final ZoneId zone;

	/**
	 * Counts by this calendar, in the zone of this clock.
	 */
	public Deadlines(WorkCalendar calendar, Clock clock) {
		this.calendar = calendar;
		this.zone = clock.getZone();
	}

	/**
	 * When a limit is over that begins at this moment, and why then.
	 * @param office the office's id
	 */
	public Deadline due(String office, Instant start, Limit limit) {
		ZonedDateTime from = start.atZone(this.zone);
		if (!limit.working()) {
			return Elapsed.due(from, limit);
		}
		OfficeHours hours = this.calendar.hours(office);
		return new WorkingCount(this.calendar, hours, from).due(limit, length(limit, hours));
	}

	/**
	 * When this part of a limit is used up, counted as the limit itself is: of a working
	 * limit only office time.
	 * @param office the office's id
	 * @param percent of the limit, 1 to 100
	 */
	public Instant share(String office, Instant start, Limit limit, int percent) {
		ZonedDateTime from = start.atZone(this.zone);
		if (!limit.working()) {
			return start.plus(part(Duration.between(start, Elapsed.due(from, limit).dueAt()), percent));
		}
		OfficeHours hours = this.calendar.hours(office);
		return new WorkingCount(this.calendar, hours, from).end(part(length(limit, hours), percent));
	}

	/**
	 * The first moment from this one on at which the office is at work; this moment
	 * itself where it is.
	 * @param office the office's id
	 */
	public Instant atWork(String office, Instant from) {
		return new WorkingCount(this.calendar, this.calendar.hours(office), from.atZone(this.zone)).end(Duration.ZERO);
	}

	private static Duration length(Limit limit, OfficeHours hours) {
		return switch (limit.unit()) {
			case WORKING_MINUTES -> Duration.ofMinutes(limit.amount());
			case WORKING_HOURS -> Duration.ofHours(limit.amount());
			case WORKING_DAYS -> hours.daily().multipliedBy(limit.amount());
			case HOURS, DAYS, MONTHS -> throw new IllegalArgumentException(limit + " runs day and night");
		};
	}

	private static Duration part(Duration whole, int percent) {
		return whole.multipliedBy(percent).dividedBy(PERCENT);
	}

}
