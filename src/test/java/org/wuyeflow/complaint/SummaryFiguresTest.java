package org.wuyeflow.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.complaint.step.ComplaintSummaryProcess;
import org.wuyeflow.complaint.summary.ComplaintSummary;
import org.wuyeflow.complaint.summary.Figure;
import org.wuyeflow.complaint.summary.SummaryService;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixty complaints whose steps fall anywhere in five weeks, summed up only when all is
 * over, against a count of their own: each week's figures are those of its own end.
 */
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:summary-figures;DB_CLOSE_DELAY=-1", "wuyeflow.data-dir=target/test-data" })
@ActiveProfiles("demo")
class SummaryFiguresTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** The first answer to a complaint of the office that nobody has judged yet. */
	private static final Limit UNJUDGED = Limit.parse("30个工作分钟");

	private static final int COMPLAINTS = 60;

	private static final int WEEKS = 5;

	private static final LocalDate FIRST = LocalDate.of(2026, 3, 9);

	private static final List<String> ORIGINS = List.of("office", "office", "government");

	private static final List<String> ANSWERS = List.of("satisfied", "accepted", "unreachable");

	@Autowired
	ProcessEngine engine;

	@Autowired
	SummaryService summaries;

	@Autowired
	ComplaintService complaints;

	@Autowired
	Deadlines deadlines;

	@Autowired
	CaseDeadlines promises;

	@AfterEach
	void letTheClockRun() {
		ClockUtil.reset();
	}

	@Test
	void figuresOfEachWeekAreWhatAnotherCountFinds() {
		List<Told> all = new ArrayList<>();
		Random random = new Random(20260309);
		List<Step> steps = new ArrayList<>();
		for (int i = 0; i < COMPLAINTS; i++) {
			all.add(told(random, steps));
		}
		steps.stream().sorted(Comparator.comparing(Step::at)).forEach((step) -> step.work().run());

		Desk.setClock(FIRST.plusWeeks(WEEKS + 1L).atTime(9, 0).atZone(ZONE).toInstant());
		for (int week = 0; week < WEEKS; week++) {
			LocalDate monday = FIRST.plusWeeks(week);
			Case summed = new Desk(this.engine).start("cs-lead", ComplaintSummaryProcess.WEEKLY,
					Map.of("summaryDay", monday.toString()));
			ComplaintSummary summary = this.summaries.find(summed.number()).orElseThrow();
			Week counted = new Week(all, start(monday), start(monday.plusWeeks(1)));
			for (Figure figure : Figure.values()) {
				assertThat(summary.figures().of(figure)).as(monday + " " + figure).isEqualTo(counted.of(figure));
			}
		}
	}

	private Told told(Random random, List<Step> steps) {
		ComplaintTrial trial = new ComplaintTrial(this.engine, "cuihu");
		Told told = new Told();
		int length = random.nextInt(6);
		Instant at = start(FIRST).minus(Duration.ofDays(3))
			.plus(Duration.ofMinutes(random.nextInt((WEEKS * 7 + 3) * 24 * 60)));
		told.received = at;
		if (length == 0) {
			told.settled = true;
			steps.add(new Step(at, () -> told.running = trial.settle(local(told.received))));
			return told;
		}
		told.origin = (length == 1) ? ORIGINS.get(random.nextInt(ORIGINS.size())) : "office";
		steps
			.add(new Step(at,
					() -> told.running = told.origin.equals("office") ? trial.receive(local(told.received))
							: trial.receive(local(told.received), "origin", told.origin, "senderName", "来件单位",
									"documentNumber", "7 号")));
		if (length > 1) {
			told.judged = later(at, random);
			steps.add(new Step(told.judged, () -> trial.judge(told.running, local(told.judged), "engineering")));
		}
		if (length > 2) {
			told.resulted = later(told.judged, random);
			told.answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
			steps.add(new Step(told.resulted, () -> trial.result(told.running, local(told.resulted), told.answer)));
		}
		if (length > 3) {
			told.filed = later(told.resulted, random);
			steps.add(new Step(told.filed, () -> trial.file(told.running, local(told.filed))));
		}
		if (length > 4) {
			told.reopened = later(told.filed, random);
			steps.add(new Step(told.reopened, () -> trial.reopen(told.running, local(told.reopened))));
		}
		return told;
	}

	private static Instant later(Instant at, Random random) {
		return at.plus(Duration.ofMinutes(5 + random.nextInt(random.nextBoolean() ? 30 : 6000)));
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(ZONE).toInstant();
	}

	private static String local(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE).toString();
	}

	private record Step(Instant at, Runnable work) {
	}

	/** What the test itself knows of a complaint. */
	private final class Told {

		private boolean settled;

		private String origin = "office";

		private Instant received;

		private Instant judged;

		private Instant resulted;

		private String answer;

		private Instant filed;

		private Instant reopened;

		private Case running;

		private boolean closed(Instant moment) {
			return this.settled ? before(this.received, moment)
					: before(this.filed, moment) && !before(this.reopened, moment);
		}

		private Boolean inTime(Instant moment) {
			Instant first = this.settled ? this.received : this.resulted;
			Instant by = this.settled ? null : answerBy(moment);
			if (before(first, moment)) {
				return by == null || !first.isAfter(by);
			}
			return (before(by, moment)) ? false : null;
		}

		private Instant answerBy(Instant moment) {
			boolean known = before(this.judged, moment) || !this.origin.equals("office");
			return known ? complaint().respondBy()
					: SummaryFiguresTest.this.deadlines.due("cuihu", this.received, UNJUDGED).dueAt();
		}

		private Boolean kept(Instant moment) {
			if (before(this.reopened, moment)) {
				return before(due(2), moment) ? false : null;
			}
			if (!before(this.judged, moment)) {
				return null;
			}
			if (before(this.resulted, moment)) {
				return !this.resulted.isAfter(due(1));
			}
			return before(due(1), moment) ? false : null;
		}

		private Instant due(int round) {
			return SummaryFiguresTest.this.promises.of(this.running.number())
				.stream()
				.filter((promise) -> promise.purpose() == Purpose.RESULT && promise.round() == round)
				.findFirst()
				.orElseThrow()
				.dueAt();
		}

		private Complaint complaint() {
			return SummaryFiguresTest.this.complaints.find(this.running.number()).orElseThrow();
		}

		private static boolean before(Instant event, Instant moment) {
			return event != null && event.isBefore(moment);
		}

	}

	/** A week, counted by the test. */
	private record Week(List<Told> all, Instant from, Instant until) {

		private int of(Figure figure) {
			return switch (figure) {
				case CARRIED -> count(this::carried);
				case RECEIVED -> count(this::received);
				case REOPENED -> count(this::reopened);
				case CLOSED -> count((one) -> handled(one) && one.closed(this.until));
				case OPEN -> count((one) -> handled(one) && !one.closed(this.until));
				case TO_COMPANY -> count((one) -> received(one) && one.origin.equals("company"));
				case TO_GROUP -> count((one) -> received(one) && one.origin.equals("group"));
				case TO_MEDIA -> count((one) -> received(one) && one.origin.equals("media"));
				case TO_GOVERNMENT -> count((one) -> received(one) && one.origin.equals("government"));
				case ANSWERED_IN_TIME ->
					count((one) -> one.inTime(this.from) == null && Boolean.TRUE.equals(one.inTime(this.until)));
				case ANSWERED_LATE ->
					count((one) -> one.inTime(this.from) == null && Boolean.FALSE.equals(one.inTime(this.until)));
				case LIMIT_KEPT -> count((one) -> fresh(one) && one.kept(this.until));
				case LIMIT_MISSED -> count((one) -> fresh(one) && !one.kept(this.until));
				case SATISFIED -> count((one) -> answered(one, "satisfied"));
				case ACCEPTED -> count((one) -> answered(one, "accepted"));
				case DISSATISFIED -> count((one) -> answered(one, "dissatisfied"));
			};
		}

		private int count(Predicate<Told> wanted) {
			return (int) this.all.stream().filter(wanted).count();
		}

		private boolean carried(Told one) {
			return one.received.isBefore(this.from) && !one.closed(this.from);
		}

		private boolean received(Told one) {
			return within(one.received);
		}

		private boolean reopened(Told one) {
			return one.closed(this.from) && within(one.reopened);
		}

		private boolean handled(Told one) {
			return carried(one) || received(one) || reopened(one);
		}

		private boolean fresh(Told one) {
			return one.kept(this.until) != null && !Objects.equals(one.kept(this.from), one.kept(this.until));
		}

		private boolean answered(Told one, String answer) {
			return within(one.resulted) && answer.equals(one.answer);
		}

		private boolean within(Instant event) {
			return event != null && !event.isBefore(this.from) && event.isBefore(this.until);
		}

	}

}
