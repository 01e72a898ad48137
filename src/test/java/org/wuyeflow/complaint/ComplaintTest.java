package org.wuyeflow.complaint;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.office.ComplaintEdition;
import org.wuyeflow.office.Staff;
import org.wuyeflow.support.PlainWeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ComplaintTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Staff CLERK = new Staff("front-desk", "林晓梅", Set.of("front-desk"), Set.of("cuihu"));

	private static final Staff MANAGER = new Staff("office-manager", "袁国强", Set.of("office-manager"), Set.of("cuihu"));

	private static final DeadlineRule TWO_DAYS = new DeadlineRule(Limit.parse("30个工作分钟"), Limit.parse("2个工作日"), 75);

	private static final Deadlines DEADLINES = new Deadlines(new PlainWeek(), Clock.system(ZoneId.of("Asia/Shanghai")));

	private static final Telling BY_PHONE = new Telling(NOW, TellingWay.PHONE);

	@Test
	void receivedNowWhereNoTimeIsGiven() {
		assertThat(complaint(Origin.OFFICE, null, null).receivedAt()).isEqualTo(NOW);
	}

	@Test
	void receivedEarlierIsKeptAndLaterIsRefused() {
		Instant earlier = NOW.minus(Duration.ofDays(3));

		assertThat(complaint(Origin.OFFICE, earlier, null).receivedAt()).isEqualTo(earlier);
		assertThatThrownBy(() -> complaint(Origin.OFFICE, NOW.plusSeconds(1), null)).isInstanceOf(Refusal.class)
			.hasMessageContaining("不能晚于现在");
	}

	@Test
	void settledOnTheSpotIsAnsweredAtOnce() {
		Complaint complaint = complaint(Origin.OFFICE, null, "当场复位");

		assertThat(complaint.status()).isEqualTo(ComplaintStatus.SETTLED);
		assertThat(complaint.firstRespondedAt()).isEqualTo(NOW);
		complaint.settlementAccepted(NOW);
		assertThat(complaint.status()).isEqualTo(ComplaintStatus.CLOSED);
	}

	@Test
	void outsideComplaintCannotBeSettledOnTheSpot() {
		assertThatThrownBy(() -> complaint(Origin.MEDIA, null, "当场复位")).isInstanceOf(Refusal.class)
			.hasMessageContaining("答复来件单位");
	}

	@Test
	void anonymousComplainantHasNeitherNameNorPhone() {
		Complainant anonymous = new Complainant(ComplainantKind.ANONYMOUS, "张三", "13800138000");

		assertThat(anonymous.name()).isNull();
		assertThat(anonymous.phone()).isNull();
	}

	@Test
	void limitsCountFromTheReceipt() {
		Complaint complaint = complaint(Origin.OFFICE, NOW.minus(Duration.ofHours(8)), null);
		complaint.judged(judgement(false));
		complaint.limited(TWO_DAYS, DEADLINES);

		assertThat(complaint.respondBy()).isEqualTo("2026-03-02T01:00:00Z");
		assertThat(complaint.warnAt()).isEqualTo("2026-03-03T05:45:00Z");
		assertThat(complaint.dueAt()).isEqualTo("2026-03-03T09:30:00Z");
		assertThat(complaint.limitExplanation()).contains("2026-03-02 01:00 不在办公时间内，从 2026-03-02 08:30 起算");
		assertThat(complaint.respondExplanation()).startsWith("30个工作分钟");
	}

	@Test
	void limitsThatWereOverAtTheRegistrationCountFromThere() {
		Complaint complaint = complaint(Origin.OFFICE, NOW.minus(Duration.ofDays(4)), null);
		complaint.judged(judgement(false));
		complaint.limited(TWO_DAYS, DEADLINES);
		Complaint justInTime = complaint(Origin.OFFICE, NOW.minus(Duration.ofDays(4)).plusMillis(1), null);
		justInTime.judged(judgement(false));
		justInTime.limited(TWO_DAYS, DEADLINES);

		assertThat(complaint.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
		assertThat(complaint.respondBy()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
		assertThat(justInTime.dueAt()).isEqualTo(NOW.plusMillis(1));
	}

	@Test
	void reclassifyingForgivesNoTimeThatWasUsed() {
		Complaint complaint = handled();
		Instant due = complaint.dueAt();
		reclassified(complaint, new DeadlineRule(Limit.parse("4个工作小时"), Limit.parse("7个工作日"), 75));
		assertThat(complaint.dueAt()).isEqualTo("2026-03-11T01:00:00Z");
		reclassified(complaint, TWO_DAYS);

		assertThat(complaint.dueAt()).isEqualTo(due);
	}

	@Test
	void limitSetInPersonOutweighsTheTable() {
		Complaint complaint = handled();
		complaint.limited(NOW.plus(Duration.ofDays(8)), MANAGER, NOW);
		complaint.limited(TWO_DAYS, DEADLINES);

		assertThat(complaint.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(8)));
		assertThat(complaint.warnAt()).isEqualTo(NOW.plus(Duration.ofDays(6)));
		assertThat(complaint.limitSetBy()).isEqualTo("袁国强");
		assertThat(complaint.limitExplanation()).startsWith("由袁国强提出");
		assertThat(complaint.verificationNeeded()).isTrue();
	}

	@Test
	void limitThatHasPassedIsRefused() {
		Complaint complaint = handled();

		assertThatThrownBy(() -> complaint.limited(NOW, MANAGER, NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("必须晚于现在");
	}

	@Test
	void resultInTimeKeepsTheLimitAndALaterOneDoesNot() {
		Complaint inTime = handled();
		inTime.resulted("已修复", inTime.dueAt());
		Complaint late = handled();
		late.resulted("已修复", late.dueAt().plusMillis(1));

		assertThat(inTime.limitKept()).isTrue();
		assertThat(late.limitKept()).isFalse();
	}

	@Test
	void laterLimitDoesNotMakeALateResultTimely() {
		Complaint late = handled();
		late.resulted("已修复", late.dueAt().plusSeconds(1));
		late.limited(NOW.plus(Duration.ofDays(30)), MANAGER, NOW);

		assertThat(late.limitKept()).isFalse();
	}

	@Test
	void refusedResultStandsNoMore() {
		Complaint complaint = handled();
		complaint.resulted("已修复", NOW);
		complaint.resultTold(BY_PHONE, ComplainantAnswer.DISSATISFIED, "没修好");
		complaint.resultRefused(false);

		assertThat(complaint.status()).isEqualTo(ComplaintStatus.HANDLING);
		assertThat(complaint.result()).isNull();
		assertThat(complaint.limitKept()).isNull();
	}

	@Test
	void difficultComplaintWaitsForThoseAboveOnceItIsRecorded() {
		Complaint complaint = complaint(Origin.OFFICE, null, null);
		complaint.judged(judgement(true));
		complaint.limited(TWO_DAYS, DEADLINES);
		complaint.recorded();

		assertThat(complaint.status()).isEqualTo(ComplaintStatus.REFERRED);
		assertThatThrownBy(() -> complaint.resulted("好了", NOW)).isInstanceOf(Refusal.class);
		complaint.advised("请驻场", "security");
		assertThat(complaint.handlingRole()).isEqualTo("security");
		complaint.resulted("好了", NOW);
		complaint.resultTold(BY_PHONE, ComplainantAnswer.ACCEPTED, null);
		complaint.resultAccepted();
		assertThat(complaint.status()).isEqualTo(ComplaintStatus.VERIFYING);
	}

	@Test
	void wrongMoveIsRefusedWithWhereTheComplaintStands() {
		Complaint complaint = complaint(Origin.OFFICE, null, null);

		assertThatThrownBy(() -> complaint.closed(NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("TS-2026-00042")
			.hasMessageContaining("已登记，待判定")
			.satisfies((thrown) -> assertThat(((Refusal) thrown).status()).isEqualTo(409));
	}

	@Test
	void earliestTellingIsTheFirstAnswer() {
		Complaint complaint = handled();
		complaint.told(new Telling(NOW.plusSeconds(60), TellingWay.PHONE));
		complaint.told(new Telling(NOW.plusSeconds(20), TellingWay.PHONE));
		complaint.told(new Telling(NOW.plusSeconds(90), TellingWay.PHONE));

		assertThat(complaint.firstRespondedAt()).isEqualTo(NOW.plusSeconds(20));
	}

	@Test
	void reopenedComplaintCountsItsLimitAnewFromTheTable() {
		Complaint complaint = accepted();
		complaint.closed(NOW, Duration.ofDays(10));
		assertThat(complaint.revisitUntil()).isEqualTo(NOW.plus(Duration.ofDays(10)));
		Instant later = NOW.plus(Duration.ofDays(5));
		complaint.revisited(RevisitResult.REOPENED, "又坏了", null);
		complaint.reopened(later);
		complaint.judged(judgement(false));
		complaint.limited(TWO_DAYS, DEADLINES);

		assertThat(complaint.dueAt()).isEqualTo("2026-03-10T09:30:00Z");
		assertThat(complaint.reopenedCount()).isOne();
		assertThat(complaint.verificationNeeded()).isFalse();
	}

	@Test
	void reportThatWasNotMadeCannotBeForwarded() {
		assertThatThrownBy(() -> handled().forwarded("发展商", NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("还没有书面报告");
	}

	@Test
	void claimIsProposedDecidedAndSettledInThisOrder() {
		Complaint complaint = handled();
		assertThatThrownBy(() -> complaint.claimProposed("经过", BigDecimal.TEN, "建议")).isInstanceOf(Refusal.class)
			.hasMessageContaining("没有索赔要求");
		complaint.claims(new BigDecimal("1000"), NOW);
		assertThatThrownBy(() -> complaint.claimDecided(ClaimDecision.AGREED, null, "同意")).isInstanceOf(Refusal.class);
		complaint.claimProposed("经过", new BigDecimal("300"), "减免");
		assertThatThrownBy(() -> complaint.claimSettled(BigDecimal.TEN, NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("还没有提出意见");
		complaint.claimDecided(ClaimDecision.AGREED, null, "同意");
		assertThatThrownBy(() -> complaint.claimSettled(new BigDecimal("300.01"), NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("不能超过");
		complaint.claimSettled(new BigDecimal("300.00"), NOW);

		assertThat(complaint.claimOpen()).isFalse();
		assertThatThrownBy(() -> complaint.claimProposed("经过", BigDecimal.ONE, "再赔")).isInstanceOf(Refusal.class)
			.hasMessageContaining("已经了结");
	}

	@Test
	void rejectedClaimPaysNothing() {
		Complaint complaint = handled();
		complaint.claims(null, NOW);
		complaint.claimProposed("经过", new BigDecimal("300"), "减免");
		complaint.claimDecided(ClaimDecision.REJECTED, null, "没有依据");

		assertThat(complaint.claim().decided()).isEqualByComparingTo("0");
	}

	@Test
	void outsideComplaintIsAnsweredBeforeItIsClosed() {
		Complaint complaint = accepted();
		complaint.senderAnswered("FH-1", "已处理", NOW);
		complaint.closed(NOW, Duration.ofDays(10));

		assertThatThrownBy(() -> complaint.senderAnswered("FH-2", "再答复", NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("已办结");
	}

	private static void reclassified(Complaint complaint, DeadlineRule rule) {
		complaint.reclassificationWanted();
		complaint.judged(judgement(false));
		complaint.limited(rule, DEADLINES);
	}

	private static Complaint handled() {
		Complaint complaint = complaint(Origin.OFFICE, null, null);
		complaint.judged(judgement(false));
		complaint.limited(TWO_DAYS, DEADLINES);
		complaint.recorded();
		return complaint;
	}

	private static Complaint accepted() {
		Complaint complaint = handled();
		complaint.resulted("已修复", NOW);
		complaint.resultTold(BY_PHONE, ComplainantAnswer.SATISFIED, null);
		complaint.resultAccepted();
		return complaint;
	}

	private static Judgement judgement(boolean difficult) {
		return new Judgement(ComplaintClass.ONE, Effect.NORMAL, "engineering", "尽快维修", difficult);
	}

	private static Complaint complaint(Origin origin, Instant receivedAt, String settlement) {
		Complainant owner = new Complainant(ComplainantKind.OWNER, "张三", "13800138000");
		return new Complaint(
				"TS-2026-00042", new Intake("cuihu", origin, Channel.VISIT, null, null, owner, null, "电梯", "电梯停运",
						receivedAt, true, false, null, settlement),
				ComplaintEdition.OPINION, null, CLERK, "front-desk", NOW);
	}

}
