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

	private static final Limit TWO_DAYS = Limit.parse("2个工作日");

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
		Instant received = NOW.minus(Duration.ofHours(8));

		assertThat(complaint(Origin.OFFICE, received, null).countsFrom(TWO_DAYS, DEADLINES)).isEqualTo(received);
	}

	@Test
	void limitsThatWereOverAtTheRegistrationCountFromThere() {
		Instant longAgo = NOW.minus(Duration.ofDays(4));

		assertThat(complaint(Origin.OFFICE, longAgo, null).countsFrom(TWO_DAYS, DEADLINES)).isEqualTo(NOW);
		assertThat(complaint(Origin.OFFICE, longAgo.plusMillis(1), null).countsFrom(TWO_DAYS, DEADLINES))
			.isEqualTo(longAgo.plusMillis(1));
	}

	@Test
	void complaintWhoseLimitWasSetInPersonIsVerified() {
		Complaint complaint = handled();
		assertThat(complaint.verificationNeeded()).isFalse();
		complaint.limitedBy(MANAGER);

		assertThat(complaint.limitSetBy()).isEqualTo("袁国强");
		assertThat(complaint.verificationNeeded()).isTrue();
	}

	@Test
	void extensionThatNobodyAskedForCannotBeDecided() {
		Complaint complaint = handled();
		assertThatThrownBy(complaint::extensionDecided).isInstanceOf(Refusal.class).hasMessageContaining("没有延期申请");
		complaint.extensionWanted(new ExtensionRequest(NOW, "缺配件", CLERK));

		assertThat(complaint.extensionDecided().askedBy()).isEqualTo("林晓梅");
		assertThat(complaint.extension()).isNull();
	}

	@Test
	void refusedResultStandsNoMore() {
		Complaint complaint = handled();
		complaint.resulted("已修复", NOW);
		complaint.resultTold(BY_PHONE, ComplainantAnswer.DISSATISFIED, "没修好");
		complaint.resultRefused(false);

		assertThat(complaint.status()).isEqualTo(ComplaintStatus.HANDLING);
		assertThat(complaint.result()).isNull();
	}

	@Test
	void difficultComplaintWaitsForThoseAboveOnceItIsRecorded() {
		Complaint complaint = complaint(Origin.OFFICE, null, null);
		complaint.judged(judgement(true));
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

		assertThat(complaint.countsFrom(TWO_DAYS, DEADLINES)).isEqualTo(later);
		assertThat(complaint.promise().round()).isEqualTo(2);
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

	private static Complaint handled() {
		Complaint complaint = complaint(Origin.OFFICE, null, null);
		complaint.judged(judgement(false));
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
