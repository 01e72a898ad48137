package org.wuyeflow.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The moves of a deadline, on the calendar of 2026. Monday, 2 March, 09:00 is the start;
 * two working days end on Wednesday, 09:00.
 */
class CaseDeadlineTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Staff MANAGER = new Staff("office-manager", "袁国强", Set.of("office-manager"), Set.of("cuihu"));

	private static final Limit TWO_DAYS = Limit.parse("2个工作日");

	private static final Limit SEVEN_DAYS = Limit.parse("7个工作日");

	private final Deadlines deadlines = new Deadlines(new LibraryCalendar(OfficeHours.USUAL), Clock.system(ZONE));

	@ParameterizedTest
	@CsvSource({ "2026-03-02T09:00, 2个工作日, 2026-03-04T09:00", "2026-02-13T16:30, 2个工作日, 2026-02-24T16:30",
			"2025-12-31T17:00, 1个工作小时, 2026-01-04T09:00", "2026-01-31T23:15, 1个月, 2026-02-28T23:15",
			"2026-03-31T09:00, 1个月, 2026-04-30T09:00" })
	void isKeptUpToItsLastMinuteAndMissedOneLater(LocalDateTime start, String limit, LocalDateTime due) {
		assertThat(decided(start, limit, due.minusMinutes(1)).kept()).isTrue();
		assertThat(decided(start, limit, due).kept()).isTrue();
		assertThat(decided(start, limit, due.plusMinutes(1)).kept()).isFalse();
	}

	@Test
	void stepsLieWhereTheirPartOfTheTimeIsUsedUpAlsoBeyondTheEnd() {
		assertThat(set(TWO_DAYS).live()).extracting((step) -> local(step.at()))
			.containsExactly(at("03-03T14:15"), at("03-04T09:00"), at("03-05T09:00"));
	}

	@Test
	void stepOfATimeOfItsOwnLiesThereAndStaysWhereTheEndIsExtended() {
		Limit week = Limit.parse("7天");
		CaseDeadline deadline = CaseDeadline.set(
				Promise.first("cuihu", "DS-2026-00001", Purpose.POST_RETURN), on("03-02T09:00"), week, Ladder
					.of(LadderStep.at(Limit.parse("5天"), week, null, false), LadderStep.of(100, "cs-supervisor", true)),
				this.deadlines, on("03-02T09:00"));
		assertThat(deadline.live()).extracting((step) -> local(step.at()))
			.containsExactly(at("03-07T09:00"), at("03-09T09:00"));

		int warning = deadline.live().get(0).percent();
		assertThat(deadline.take(warning, "提醒", Staff.SYSTEM, on("03-07T09:00")).orElseThrow().what())
			.contains("满5天，提醒");
		extend(deadline, "03-08T09:00", "03-16T09:00");
		assertThat(deadline.ladder().steps()).extracting((step) -> local(step.at()))
			.containsExactly(at("03-07T09:00"), at("03-16T09:00"));
		assertThat(deadline.live()).hasSize(1);
	}

	@Test
	void stepsBeforeAndAfterTheEndGoWithTheEndWherever() {
		Ladder around = Ladder.of(LadderStep.beforeEnd(Limit.parse("1小时"), null, false),
				LadderStep.of(LadderStep.AT_END, "cs-supervisor", true),
				LadderStep.afterEnd(Limit.parse("2小时"), "office-manager", true));
		CaseDeadline deadline = CaseDeadline.named(Promise.first("cuihu", "JY-2026-00001", Purpose.RETURN),
				on("03-02T09:00"), on("03-02T21:00"), around, "借用人", this.deadlines, on("03-02T09:00"));

		assertThat(deadline.live()).extracting((step) -> local(step.at()))
			.containsExactly(at("03-02T20:00"), at("03-02T21:00"), at("03-02T23:00"));
		assertThat(deadline.take(LadderStep.BEFORE_END, "提醒", Staff.SYSTEM, on("03-02T20:00")))
			.hasValueSatisfying((line) -> assertThat(line.text()).isEqualTo("离时限还有1小时，提醒"));
		deadline.setUntil(on("03-03T10:00"), "业主", this.deadlines, MANAGER, on("03-02T20:30"));
		assertThat(deadline.live()).as("reminded anew of the later end")
			.extracting((step) -> local(step.at()))
			.containsExactly(at("03-03T09:00"), at("03-03T10:00"), at("03-03T12:00"));
		assertThat(deadline.take(LadderStep.AFTER_END, "报经理", Staff.SYSTEM, on("03-03T12:00")))
			.hasValueSatisfying((line) -> assertThat(line.text()).isEqualTo("超过时限2小时，报经理"));
		assertRefused("只能写「2小时」",
				() -> CaseDeadline.named(Promise.first("cuihu", "JY-2026-00002", Purpose.RETURN), on("03-02T09:00"),
						on("03-02T21:00"), Ladder.of(LadderStep.beforeEnd(Limit.parse("1个工作小时"), null, false)), "借用人",
						this.deadlines, on("03-02T09:00")));
	}

	@Test
	void pauseAcrossTheDueTimeStopsEveryTimerAndMovesTheEnd() {
		CaseDeadline deadline = set(TWO_DAYS);
		DeadlineEntry paused = deadline.pause(PauseCause.DEVELOPER, on("03-10T08:30"), "等发展商回函", null, this.deadlines,
				MANAGER, on("03-03T09:00"));

		assertThat(deadline.live()).isEmpty();
		assertThat(local(deadline.dueAt())).isEqualTo(at("03-10T17:30"));
		assertThat(paused.text()).isEqualTo("等待发展商，暂停到 2026-03-10 08:30，时限由 2026-03-04 09:00 改为 2026-03-10 17:30");
		assertThat(deadline.take(100, "督办", Staff.SYSTEM, on("03-05T09:00"))).isEmpty();
		deadline.resume(this.deadlines, Staff.SYSTEM, on("03-10T08:30"));
		assertThat(deadline.live()).hasSize(3);
		assertThat(deadline.explanation()).contains("暂停：2026-03-03 09:00 至 2026-03-10 08:30，等待发展商，不计时。",
				"计入：03-02 7小时，");
	}

	@Test
	void pauseThatIsWokenLateEndsOnItsDateAllTheSame() {
		CaseDeadline deadline = set(TWO_DAYS);
		deadline.pause(PauseCause.CUSTOMER, on("03-05T09:00"), null, null, this.deadlines, MANAGER, on("03-03T09:00"));
		deadline.resume(this.deadlines, Staff.SYSTEM, on("03-26T09:00"));

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-06T09:00"));
		assertThat(deadline.live()).hasSize(3).allMatch((step) -> step.at().isBefore(on("03-26T09:00")));
	}

	@Test
	void pauseThatIsEndedEarlyGivesTheRestBack() {
		CaseDeadline deadline = set(TWO_DAYS);
		deadline.pause(PauseCause.CUSTOMER, on("03-10T09:00"), null, null, this.deadlines, MANAGER, on("03-03T09:00"));
		deadline.resume(this.deadlines, MANAGER, on("03-03T11:00"));

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-04T11:00"));
	}

	@Test
	void wrongPausesAreRefused() {
		CaseDeadline deadline = set(TWO_DAYS);

		assertRefused("必须晚于现在", () -> pause(deadline, "03-03T09:00", "03-03T09:00"));
		assertRefused("一年以后", () -> deadline.pause(PauseCause.CUSTOMER, Instant.parse("2027-03-05T00:00:00Z"), null,
				null, this.deadlines, MANAGER, on("03-03T09:00")));
		assertRefused("没有暂停", () -> deadline.resume(this.deadlines, MANAGER, on("03-03T09:00")));
		assertRefused("已超过时限", () -> pause(deadline, "03-04T09:01", "03-09T09:00"));
		pause(deadline, "03-03T09:00", "03-05T09:00");
		assertRefused("正在暂停", () -> pause(deadline, "03-03T10:00", "03-06T09:00"));
		assertRefused("正在暂停", () -> extend(deadline, "03-03T10:00", "03-20T09:00"));
		deadline.decide(on("03-03T10:00"), this.deadlines, MANAGER, on("03-03T10:00"));
		assertRefused("已有结论", () -> pause(deadline, "03-03T11:00", "03-06T09:00"));
	}

	@Test
	void reclassifyingThereAndBackGivesWhatItGave() {
		CaseDeadline deadline = set(TWO_DAYS);
		assertThat(deadline.take(75, "提醒", Staff.SYSTEM, on("03-03T14:15"))).isPresent();
		List<LadderStep> before = deadline.ladder().steps();
		recompute(deadline, SEVEN_DAYS, "03-03T15:00");
		assertThat(local(deadline.dueAt())).isEqualTo(at("03-11T09:00"));
		assertThat(deadline.live()).extracting(LadderStep::percent).containsExactly(75, 100, 150);
		recompute(deadline, TWO_DAYS, "03-05T15:00");

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-04T09:00"));
		assertThat(deadline.ladder().steps()).isEqualTo(before);
		assertThat(deadline.take(75, "提醒", Staff.SYSTEM, on("03-05T15:00"))).as("it was warned of this already")
			.isEmpty();
		assertThat(deadline.take(100, "督办", Staff.SYSTEM, on("03-05T15:00"))).isPresent();
	}

	@Test
	void extensionMovesTheLadderAndASecondOneOnceMore() {
		CaseDeadline deadline = set(TWO_DAYS);
		deadline.take(75, "提醒", Staff.SYSTEM, on("03-03T14:15"));
		DeadlineEntry entry = extend(deadline, "03-03T16:00", "03-06T09:00");
		assertThat(entry.text()).isEqualTo("经袁国强批准延期，时限由 2026-03-04 09:00 改为 2026-03-06 09:00");
		assertThat(entry.reason()).isEqualTo("缺配件");
		assertThat(deadline.live()).extracting((step) -> local(step.at()))
			.containsExactly(at("03-05T09:00"), at("03-06T09:00"), at("03-08T09:00"));
		extend(deadline, "03-05T16:00", "03-12T09:00");

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-12T09:00"));
		assertThat(deadline.live()).hasSize(3);
		assertRefused("必须晚于现在的时限 2026-03-12 09:00", () -> extend(deadline, "03-05T16:00", "03-12T09:00"));
		assertRefused("一年以后", () -> extend(deadline, "03-05T16:00", "03-12T09:00", 400));
	}

	@Test
	void extensionOutlivesAShorterTableAndGivesWayToALongerOne() {
		CaseDeadline deadline = set(TWO_DAYS);
		extend(deadline, "03-03T16:00", "03-06T09:00");
		recompute(deadline, SEVEN_DAYS, "03-03T17:00");
		assertThat(local(deadline.dueAt())).isEqualTo(at("03-11T09:00"));
		recompute(deadline, TWO_DAYS, "03-03T17:30");

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-06T09:00"));
	}

	@Test
	void limitSetByAManagerOutweighsEveryTable() {
		CaseDeadline deadline = set(SEVEN_DAYS);
		deadline.setUntil(on("03-06T10:00"), "经理", this.deadlines, MANAGER, on("03-02T10:00"));
		recompute(deadline, TWO_DAYS, "03-03T17:00");

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-06T10:00"));
		assertThat(deadline.setByPerson()).isTrue();
		assertThat(deadline.explanation()).isEqualTo("由经理提出，到 2026-03-06 10:00 止，不按表里的时限计算。");
		assertThat(deadline.live(75)).map((step) -> local(step.at())).contains(at("03-05T10:00"));
		assertRefused("必须晚于现在",
				() -> deadline.setUntil(on("03-03T17:00"), "经理", this.deadlines, MANAGER, on("03-03T17:00")));
	}

	@Test
	void lateStaysLateWhateverIsAgreedAfterwards() {
		CaseDeadline extended = set(TWO_DAYS);
		extend(extended, "03-04T09:01", "03-20T09:00");
		decide(extended, "03-05T09:00");
		CaseDeadline withdrawn = set(TWO_DAYS);
		decide(withdrawn, "03-04T09:01");
		withdrawn.withdraw("结果被退回", this.deadlines, MANAGER, on("03-04T10:00"));
		withdrawn.setUntil(on("03-20T09:00"), "经理", this.deadlines, MANAGER, on("03-04T11:00"));
		decide(withdrawn, "03-05T09:00");

		assertThat(extended.kept()).isFalse();
		assertThat(withdrawn.kept()).isFalse();
	}

	@Test
	void verdictIsDecidedOnce() {
		CaseDeadline deadline = set(TWO_DAYS);
		decide(deadline, "03-03T09:00");
		assertThat(deadline.decide(on("03-20T09:00"), this.deadlines, MANAGER, on("03-20T09:00"))).isEmpty();

		assertThat(deadline.kept()).isTrue();
		assertThat(deadline.usedTime()).isEqualTo(Duration.ofMinutes(450));
		assertRefused("已有结论", () -> recompute(deadline, SEVEN_DAYS, "03-03T10:00"));
	}

	@Test
	void whatWasDoneEarlierIsJudgedByThen() {
		CaseDeadline deadline = set(TWO_DAYS);
		deadline.decide(on("03-04T08:59"), this.deadlines, MANAGER, on("03-04T15:00"));

		assertThat(deadline.kept()).isTrue();
	}

	@Test
	void resultDuringAPauseIsInTimeWhereThePauseBeganInTime() {
		CaseDeadline deadline = set(TWO_DAYS);
		pause(deadline, "03-04T08:59", "03-20T09:00");
		DeadlineEntry entry = decide(deadline, "03-18T16:00");

		assertThat(deadline.kept()).isTrue();
		assertThat(entry.text()).isEqualTo("按时，用时14小时59分钟（办公时间），时限 2026-03-18 16:01");
	}

	@Test
	void resultThatIsWithdrawnInTimeRunsOnAsIfItHadNeverStopped() {
		CaseDeadline deadline = set(TWO_DAYS);
		decide(deadline, "03-02T10:00");
		deadline.withdraw("结果被退回", this.deadlines, MANAGER, on("03-03T10:00"));

		assertThat(local(deadline.dueAt())).isEqualTo(at("03-04T09:00"));
		assertThat(deadline.kept()).isNull();
		assertThat(deadline.live()).hasSize(3);
	}

	@Test
	void caseThatEndsOtherwiseHasNoVerdict() {
		CaseDeadline deadline = set(TWO_DAYS);

		assertThat(deadline.drop("判为无效", MANAGER, on("03-02T10:00"))).isPresent();
		assertThat(deadline.drop("判为无效", MANAGER, on("03-02T10:00"))).isEmpty();
		assertThat(deadline.kept()).isNull();
		assertThat(deadline.live()).isEmpty();
	}

	@Test
	void deadlineThatRunsAgainSaysSoInTheLedgerThoughItHasNotMoved() {
		CaseDeadline deadline = set(TWO_DAYS);
		deadline.drop("判为无效", MANAGER, on("03-02T10:00"));

		assertThat(
				deadline.recompute(TWO_DAYS, ladder(), this.deadlines, MANAGER, on("03-02T11:00")).orElseThrow().what())
			.contains("恢复计时", "仍到");
		assertThat(deadline.recompute(TWO_DAYS, ladder(), this.deadlines, MANAGER, on("03-02T11:00"))).isEmpty();
	}

	private CaseDeadline set(Limit limit) {
		return CaseDeadline.set(Promise.first("cuihu", "TS-2026-00001", Purpose.RESULT), on("03-02T09:00"), limit,
				ladder(), this.deadlines, on("03-02T09:00"));
	}

	private CaseDeadline decided(LocalDateTime start, String limit, LocalDateTime at) {
		Instant from = start.atZone(ZONE).toInstant();
		CaseDeadline deadline = CaseDeadline.set(Promise.first("cuihu", "TS-2026-00001", Purpose.RESULT), from,
				Limit.parse(limit), ladder(), this.deadlines, from);
		deadline.decide(at.atZone(ZONE).toInstant(), this.deadlines, MANAGER, at.atZone(ZONE).toInstant());
		return deadline;
	}

	private void recompute(CaseDeadline deadline, Limit limit, String now) {
		deadline.recompute(limit, ladder(), this.deadlines, MANAGER, on(now));
	}

	private DeadlineEntry extend(CaseDeadline deadline, String now, String until) {
		return extend(deadline, now, until, 0);
	}

	private DeadlineEntry extend(CaseDeadline deadline, String now, String until, int daysMore) {
		return deadline.extend(on(until).plus(Duration.ofDays(daysMore)), "缺配件", this.deadlines, MANAGER, on(now));
	}

	private void pause(CaseDeadline deadline, String now, String until) {
		deadline.pause(PauseCause.CUSTOMER, on(until), null, null, this.deadlines, MANAGER, on(now));
	}

	private DeadlineEntry decide(CaseDeadline deadline, String now) {
		return deadline.decide(on(now), this.deadlines, MANAGER, on(now)).orElseThrow();
	}

	private static Ladder ladder() {
		return Ladder.of(LadderStep.of(75, null, false), LadderStep.of(100, "assistant-manager", true),
				LadderStep.of(150, "vice-president", true));
	}

	private static void assertRefused(String sentence, Runnable move) {
		assertThatThrownBy(move::run).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
	}

	private static LocalDateTime at(String time) {
		return LocalDateTime.parse("2026-" + time);
	}

	private static Instant on(String time) {
		return at(time).atZone(ZONE).toInstant();
	}

	private static LocalDateTime local(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE);
	}

}
