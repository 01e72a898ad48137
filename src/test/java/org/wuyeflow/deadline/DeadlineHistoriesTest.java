package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand random lives of a deadline, each against a book that walks over every
 * minute and knows nothing of how the deadline counts.
 */
class DeadlineHistoriesTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LocalDateTime FIRST = LocalDateTime.of(2024, 1, 1, 0, 0);

	private static final LocalDateTime END = LocalDateTime.of(2029, 1, 1, 0, 0);

	private static final List<String> LIMITS = List.of("30个工作分钟", "4个工作小时", "2个工作日", "7个工作日", "12小时", "7天", "1个月");

	private static final List<LocalDate> EDGES = List.of(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 12, 31),
			LocalDate.of(2025, 1, 26), LocalDate.of(2025, 1, 31), LocalDate.of(2025, 9, 28), LocalDate.of(2026, 2, 13),
			LocalDate.of(2026, 2, 27), LocalDate.of(2026, 10, 8), LocalDate.of(2026, 12, 30));

	private static final Staff MANAGER = new Staff("office-manager", "袁国强", Set.of("office-manager"), Set.of("cuihu"));

	private static final LibraryCalendar CALENDAR = new LibraryCalendar(OfficeHours.USUAL);

	private static final BitSet OFFICE_MINUTES = officeMinutes();

	@ParameterizedTest
	@CsvSource({ "Asia/Shanghai, 20260215, 4000", "UTC, 31, 3000", "America/New_York, 1231, 3000" })
	void everyHistoryKeepsTheBooksOfAMinuteWalker(String machine, long seed, int histories) {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone(machine));
		try {
			for (int history = 0; history < histories; history++) {
				new History(seed + history).live();
			}
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	private static BitSet officeMinutes() {
		BitSet open = new BitSet();
		for (LocalDateTime minute = FIRST; minute.isBefore(END); minute = minute.plusMinutes(1)) {
			CalendarDay day = CALENDAR.exceptions(minute.getYear()).get(minute.toLocalDate());
			boolean works = (day != null) ? day.kind() == DayKind.MAKE_UP_WORKDAY
					: minute.getDayOfWeek().getValue() < 6;
			LocalTime time = minute.toLocalTime();
			open.set(minute(minute),
					works && OfficeHours.USUAL.parts()
						.stream()
						.anyMatch((part) -> !time.isBefore(part.opens()) && time.isBefore(part.closes())));
		}
		return open;
	}

	private static int minute(LocalDateTime time) {
		return (int) ChronoUnit.MINUTES.between(FIRST, time);
	}

	private static int minute(Instant moment) {
		return minute(LocalDateTime.ofInstant(moment, ZONE));
	}

	private static Instant instant(int minute) {
		return FIRST.plusMinutes(minute).atZone(ZONE).toInstant();
	}

	/** What a minute walker remembers: in minutes since {@link #FIRST}. */
	private static final class Book {

		private final int start;

		private final List<int[]> pauses = new ArrayList<>();

		private Limit limit;

		private int namedFrom = -1;

		private int namedMinutes;

		private boolean replaced;

		private boolean late;

		private Book(int start) {
			this.start = start;
		}

		private BitSet paused() {
			BitSet paused = new BitSet();
			this.pauses.forEach((pause) -> paused.set(pause[0], pause[1]));
			return paused;
		}

		private int used(int from, int to, boolean working) {
			BitSet paused = paused();
			int used = 0;
			for (int minute = from; minute < to; minute++) {
				used += (!paused.get(minute) && (!working || OFFICE_MINUTES.get(minute))) ? 1 : 0;
			}
			return used;
		}

		private int walk(int from, long minutes, boolean working) {
			BitSet paused = paused();
			int minute = from;
			for (long left = minutes; left > 0; minute++) {
				left -= (!paused.get(minute) && (!working || OFFICE_MINUTES.get(minute))) ? 1 : 0;
			}
			return minute;
		}

		private long length() {
			LocalDateTime from = FIRST.plusMinutes(this.start);
			return switch (this.limit.unit()) {
				case WORKING_MINUTES -> this.limit.amount();
				case WORKING_HOURS -> this.limit.amount() * 60L;
				case WORKING_DAYS -> this.limit.amount() * 450L;
				case HOURS -> this.limit.amount() * 60L;
				case DAYS -> this.limit.amount() * 24 * 60L;
				case MONTHS -> ChronoUnit.MINUTES.between(from, from.plusMonths(this.limit.amount()));
			};
		}

		private Instant byTable(int percent) {
			return reached(this.start, length(), this.limit.working(), percent);
		}

		private Instant byPerson(int percent) {
			return reached(this.namedFrom, this.namedMinutes, false, percent);
		}

		private Instant reached(int from, long minutes, boolean working, int percent) {
			long millis = minutes * 60_000 * percent / 100;
			long whole = (millis + 59_999) / 60_000;
			return instant(walk(from, whole, working)).minusMillis(whole * 60_000 - millis);
		}

		private Instant reached(int percent) {
			if (this.replaced) {
				return byPerson(percent);
			}
			boolean person = this.namedFrom >= 0 && byPerson(100).isAfter(byTable(100));
			return person ? byPerson(percent) : byTable(percent);
		}

	}

	private static final class History {

		private final long seed;

		private final Random random;

		private final Deadlines deadlines = new Deadlines(CALENDAR, Clock.system(ZONE));

		private final Map<Integer, Set<Instant>> taken = new HashMap<>();

		private final Map<Boolean, Duration> usedBefore = new HashMap<>();

		private final List<String> story = new ArrayList<>();

		private Book book;

		private CaseDeadline deadline;

		private int now;

		private History(long seed) {
			this.seed = seed;
			this.random = new Random(seed * 7919);
		}

		private void live() {
			LocalDate day = this.random.nextBoolean() ? EDGES.get(this.random.nextInt(EDGES.size()))
					: FIRST.toLocalDate().plusDays(this.random.nextInt(1000));
			this.now = minute(day.atStartOfDay().plusMinutes(this.random.nextInt(24 * 60)));
			this.book = new Book(this.now);
			this.book.limit = limit();
			this.deadline = CaseDeadline.set(Promise.first("cuihu", "TS-2026-00001", Purpose.RESULT), instant(this.now),
					this.book.limit, ladder(), this.deadlines, instant(this.now));
			tell("set " + this.book.limit);
			check();
			for (int moves = 1 + this.random.nextInt(8); moves > 0; moves--) {
				goOn();
				timers();
				move();
				check();
			}
			goOn();
			timers();
			decide();
		}

		private void goOn() {
			int step = switch (this.random.nextInt(6)) {
				case 0 -> 0;
				case 1 -> 1 + this.random.nextInt(60);
				case 2 -> minute(this.deadline.dueAt()) - this.now - 1 + this.random.nextInt(3);
				case 3 -> 1 + this.random.nextInt(30_000);
				default -> 1 + this.random.nextInt(4_000);
			};
			this.now += Math.max(0, step);
		}

		private void timers() {
			if (this.random.nextInt(8) == 0) {
				return;
			}
			if (this.deadline.pausedUntil().filter((until) -> !until.isAfter(instant(this.now))).isPresent()) {
				this.deadline.resume(this.deadlines, Staff.SYSTEM, instant(this.now));
				tell("woken");
				check();
			}
			for (LadderStep step : this.deadline.live()) {
				if (!step.at().isAfter(instant(this.now))) {
					assertThat(this.deadline.take(step.percent(), "x", Staff.SYSTEM, instant(this.now))).as(told())
						.isPresent();
					assertThat(this.taken.computeIfAbsent(step.percent(), (percent) -> new HashSet<>()).add(step.at()))
						.as("%s%% taken twice for %s: %s", step.percent(), step.at(), told())
						.isTrue();
					assertThat(this.deadline.live(step.percent())).as(told()).isEmpty();
					assertThat(this.deadline.take(step.percent(), "x", Staff.SYSTEM, instant(this.now))).isEmpty();
					tell("took " + step.percent());
				}
			}
		}

		private void move() {
			boolean paused = this.deadline.state() == DeadlineState.PAUSED;
			boolean over = instant(this.now).isAfter(this.deadline.dueAt());
			switch (this.random.nextInt(6)) {
				case 0, 1 -> {
					if (paused) {
						resume();
					}
					else if (!over) {
						pause();
					}
				}
				case 2 -> {
					this.book.limit = limit();
					this.deadline.recompute(this.book.limit, ladder(), this.deadlines, MANAGER, instant(this.now));
					tell("reclassified " + this.book.limit);
				}
				case 3 -> {
					if (!paused) {
						extend();
					}
				}
				case 4 -> {
					if (!paused && this.random.nextInt(3) == 0) {
						setUntil();
					}
				}
				default -> {
					LadderStep there = this.deadline.ladder().steps().get(1);
					Limit kept = this.book.limit;
					this.deadline.recompute(limit(), ladder(), this.deadlines, MANAGER, instant(this.now));
					this.deadline.recompute(kept, ladder(), this.deadlines, MANAGER, instant(this.now));
					tell("reclassified there and back");
					assertThat(this.deadline.ladder().steps().get(1).at()).as(told()).isEqualTo(there.at());
				}
			}
		}

		private void pause() {
			int until = this.now + 1 + this.random.nextInt(20_000);
			this.deadline.pause(PauseCause.CUSTOMER, instant(until), null, null, this.deadlines, MANAGER,
					instant(this.now));
			this.book.pauses.add(new int[] { this.now, until });
			tell("paused until " + instant(until));
		}

		private void resume() {
			this.deadline.resume(this.deadlines, MANAGER, instant(this.now));
			int[] last = this.book.pauses.get(this.book.pauses.size() - 1);
			last[1] = Math.min(last[1], this.now);
			tell("resumed");
		}

		private void extend() {
			int until = Math.max(minute(this.deadline.dueAt()), this.now) + 1 + this.random.nextInt(20_000);
			named(until, false);
			this.deadline.extend(instant(until), "缺配件", this.deadlines, MANAGER, instant(this.now));
			tell("extended to " + instant(until));
		}

		private void setUntil() {
			int until = this.now + 1 + this.random.nextInt(20_000);
			named(until, true);
			this.deadline.setUntil(instant(until), "经理", this.deadlines, MANAGER, instant(this.now));
			tell("set to " + instant(until));
		}

		private void named(int until, boolean replaces) {
			this.book.late |= instant(this.now).isAfter(this.book.reached(100));
			this.book.namedFrom = replaces ? this.now
					: ((this.book.namedFrom >= 0) ? this.book.namedFrom : this.book.start);
			this.book.replaced |= replaces;
			this.book.namedMinutes = this.book.used(this.book.namedFrom, until, false);
		}

		private void check() {
			Instant moment = instant(this.now);
			assertThat(this.deadline.dueAt()).as(told()).isEqualTo(this.book.reached(100));
			List<LadderStep> live = this.deadline.live();
			assertThat(live).as(told()).extracting(LadderStep::percent).doesNotHaveDuplicates();
			live.forEach((step) -> {
				assertThat(step.at()).as("%s%%: %s", step.percent(), told())
					.isEqualTo(this.book.reached(step.percent()));
				assertThat(this.taken.getOrDefault(step.percent(), Set.of())).as(told()).doesNotContain(step.at());
			});
			assertThat(this.deadline.state() == DeadlineState.RUNNING || live.isEmpty()).as(told()).isTrue();
			boolean working = this.book.limit.working();
			Duration used = this.deadline.used(this.deadlines, moment);
			assertThat(used.toMinutes()).as("used: %s", told())
				.isEqualTo(this.book.used(this.book.start, this.now, working));
			assertThat(used).as(told()).isGreaterThanOrEqualTo(this.usedBefore.getOrDefault(working, Duration.ZERO));
			this.usedBefore.put(working, used);
		}

		private void decide() {
			this.book.pauses.forEach((pause) -> pause[1] = Math.min(pause[1], this.now));
			boolean late = this.book.late || instant(this.now).isAfter(this.book.reached(100));
			this.deadline.decide(instant(this.now), this.deadlines, MANAGER, instant(this.now));
			tell("decided");
			assertThat(this.deadline.kept()).as(told()).isEqualTo(!late);
			assertThat(this.deadline.live()).isEmpty();
			this.now += this.random.nextInt(10_000);
			assertThat(this.deadline.decide(instant(this.now), this.deadlines, MANAGER, instant(this.now))).isEmpty();
			this.deadline.withdraw("结果被退回", this.deadlines, MANAGER, instant(this.now));
			check();
			this.now += this.random.nextInt(10_000);
			boolean lateAgain = late || instant(this.now).isAfter(this.book.reached(100));
			this.deadline.decide(instant(this.now), this.deadlines, MANAGER, instant(this.now));
			assertThat(this.deadline.kept()).as("decided again: %s", told()).isEqualTo(!lateAgain);
		}

		private Limit limit() {
			return Limit.parse(LIMITS.get(this.random.nextInt(LIMITS.size())));
		}

		private static Ladder ladder() {
			return Ladder.of(LadderStep.of(75, null, false), LadderStep.of(100, "assistant-manager", true),
					LadderStep.of(150, "vice-president", true));
		}

		private void tell(String what) {
			this.story.add(instant(this.now) + " " + what);
		}

		private String told() {
			return "seed " + this.seed + " at " + instant(this.now) + ": " + this.story;
		}

	}

}
