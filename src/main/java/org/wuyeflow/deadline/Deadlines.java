package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;

/**
 * Counts deadlines in the offices' zone. A working limit counts from the first office
 * minute at or after its start, in the hours of the office that the case belongs to; it
 * ends the moment its last minute is over. A limit that runs day and night keeps the time
 * of day. What is paused counts on where it stopped.
 */
@Service
public class Deadlines {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final int PERCENT = 100;

	private static final Duration EVER = Duration.ofDays(365_000);

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
		return due(office, limit, new RunningTime(start, List.of()));
	}

	/**
	 * When this part of a limit is used up, counted as the limit itself is: of a working
	 * limit only office time.
	 * @param office the office's id
	 * @param percent of the limit, from 1; what is over 100 lies beyond its end
	 */
	public Instant share(String office, Instant start, Limit limit, int percent) {
		return reached(office, limit, new RunningTime(start, List.of()), percent);
	}

	/**
	 * The first moment from this one on at which the office is at work; this moment
	 * itself where it is.
	 * @param office the office's id
	 */
	public Instant atWork(String office, Instant from) {
		return working(office).count(from, null, Duration.ZERO);
	}

	/** When a limit is over that may have been paused, and why then. */
	Deadline due(String office, Limit limit, RunningTime running) {
		Duration length = length(office, running.start(), limit);
		Instant end;
		List<String> lines;
		if (limit.working()) {
			WorkingCount count = working(office);
			end = end(count, running, length);
			lines = count.lines(limit, length, running.start(), end);
		}
		else {
			end = end(new Elapsed(), running, length);
			lines = Elapsed.lines(limit, running.start().atZone(this.zone), end.atZone(this.zone));
		}
		lines = new ArrayList<>(lines);
		lines.addAll(pauses(running, end));
		return new Deadline(end, new Explanation(lines));
	}

	/** What is said of the pauses that began before a deadline's end. */
	List<String> pauses(RunningTime running, Instant end) {
		return running.pauses()
			.stream()
			.filter((pause) -> pause.from().isBefore(end))
			.map((pause) -> "暂停：" + shown(pause.from()) + " 至 " + shown(pause.until()) + "，" + pause.cause().label()
					+ "，不计时。")
			.toList();
	}

	/** When this part of a limit is used up that may have been paused. */
	Instant reached(String office, Limit limit, RunningTime running, int percent) {
		Duration length = length(office, running.start(), limit);
		return end(limit.working() ? working(office) : new Elapsed(), running, part(length, percent));
	}

	/** When so much time has run, day and night. */
	static Instant reached(Duration length, RunningTime running, int percent) {
		return end(new Elapsed(), running, part(length, percent));
	}

	/**
	 * How much of it has been used by this moment.
	 * @param working whether only the office's hours count
	 */
	Duration used(String office, boolean working, RunningTime running, Instant moment) {
		return total(working ? working(office) : new Elapsed(), running, moment);
	}

	private static Duration total(Count count, RunningTime running, Instant moment) {
		for (RunningTime.Stretch stretch : running.at(moment).stretches()) {
			Instant to = (stretch.to() != null) ? stretch.to() : moment;
			if (stretch.from().isBefore(to)) {
				count.count(stretch.from(), to, EVER);
			}
		}
		return count.counted();
	}

	/** How much time runs, day and night, from its start until this moment. */
	static Duration elapsed(RunningTime running, Instant moment) {
		return total(new Elapsed(), running, moment);
	}

	/** A moment as people read it, on the offices' clock. */
	String shown(Instant moment) {
		return MINUTE.format(moment.atZone(this.zone));
	}

	private WorkingCount working(String office) {
		return new WorkingCount(this.calendar, this.calendar.hours(office), this.zone);
	}

	private static Instant end(Count count, RunningTime running, Duration length) {
		for (RunningTime.Stretch stretch : running.stretches()) {
			Instant end = count.count(stretch.from(), stretch.to(), length);
			if (end != null) {
				return end;
			}
		}
		throw new IllegalStateException("The last stretch has no end");
	}

	private Duration length(String office, Instant start, Limit limit) {
		return switch (limit.unit()) {
			case WORKING_MINUTES -> Duration.ofMinutes(limit.amount());
			case WORKING_HOURS -> Duration.ofHours(limit.amount());
			case WORKING_DAYS -> this.calendar.hours(office).daily().multipliedBy(limit.amount());
			case HOURS, DAYS, MONTHS -> Duration.between(start, Elapsed.due(start.atZone(this.zone), limit));
		};
	}

	private static Duration part(Duration whole, int percent) {
		return whole.multipliedBy(percent).dividedBy(PERCENT).truncatedTo(ChronoUnit.MILLIS);
	}

}
