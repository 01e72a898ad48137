package org.wuyeflow.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Borrowing keys, with the twelve hours and the owner's consent.
 */
class KeyBorrowProcessTest extends KeyTrial {

	private static final Duration TWELVE_HOURS = Duration.ofHours(12);

	private static final String RETURN = "UserTask_ReturnKeys";

	private static final String CHASE = "UserTask_ChaseBorrower";

	private static final String SUPERVISE = "UserTask_SuperviseOverdueKeys";

	private static final String DECIDE = "UserTask_DecideOverdueKeys";

	KeyBorrowProcessTest() {
		super("key-borrow");
	}

	@Test
	void keyOfAHouseNotMovedIntoIsLentForTwelveHoursWithoutAsking() {
		String house = emptyHouse();

		Case loan = lend(house);

		assertThat(loan(loan).dueAt()).isEqualTo(NOW.plus(TWELVE_HOURS));
		assertThat(loan.timers()).as("one hour before, at the end, two hours after it")
			.extracting(Date::toInstant)
			.containsExactly(NOW.plus(Duration.ofHours(11)), NOW.plus(TWELVE_HOURS), NOW.plus(Duration.ofHours(14)));
		assertThat(loan(loan).dueExplanation()).contains("12小时", "21:00");
		assertThat(key(house, Door.ENTRANCE).status()).isEqualTo(KeyStatus.OUT);
		assertThat(key(house, Door.ENTRANCE).borrowerName()).isEqualTo("赵师傅");
		returnAll(loan);
		assertThat(loan.ends()).last().isEqualTo("EndEvent_LoanEnded");
		assertThat(loan(loan).status()).isEqualTo(LoanStatus.RETURNED);
		assertThat(loan(loan).limitKept()).isTrue();
		assertThat(key(house, Door.ENTRANCE).status()).isEqualTo(KeyStatus.IN_CABINET);
		assertThat(lines(loan.number())).containsExactly(EntryKind.LENT, EntryKind.RETURNED);
	}

	@Test
	void oneSecondBeforeTwelveHoursNothingIsOverdue() {
		Case loan = lend(emptyHouse());
		Desk.setClock(NOW.plus(TWELVE_HOURS).minusSeconds(1));

		loan.runDueTimers();

		assertThat(loan.openTasks()).containsExactly(RETURN);
		assertThat(lines(loan.number())).containsExactly(EntryKind.LENT, EntryKind.REMINDED);
		returnAll(loan);
		assertThat(loan(loan).limitKept()).isTrue();
	}

	@Test
	void atTwelveHoursTheBorrowerIsChasedAndTheSupervisorHasATask() {
		Case loan = lend(emptyHouse());
		Desk.setClock(NOW.plus(TWELVE_HOURS));

		loan.runDueTimers();

		assertThat(loan.openTasks()).containsExactly(CHASE, RETURN, SUPERVISE);
		assertThat(loan.candidates(CHASE)).containsExactly("key-keeper");
		assertThat(loan.candidates(SUPERVISE)).containsExactly("cs-supervisor");
		assertThat(loan(loan).overdueAt()).isEqualTo(NOW.plus(TWELVE_HOURS));
		returnAll(loan);
		assertThat(loan(loan).limitKept()).as("twelve hours are not more than twelve hours").isTrue();
	}

	@Test
	void oneSecondAfterTwelveHoursTheReturnIsLateAndWantsAReason() {
		Case loan = lend(emptyHouse());
		Desk.setClock(NOW.plus(TWELVE_HOURS).plusSeconds(1));
		loan.runDueTimers();

		assertThatThrownBy(() -> returnAll(loan)).hasStackTraceContaining("逾期原因");
		assertThat(loan(loan).status()).isEqualTo(LoanStatus.OUT);
		returnAll(loan, "lateReason", "堵车");
		assertThat(loan(loan).limitKept()).isFalse();
		assertThat(loan(loan).lateExplanation()).isEqualTo("堵车");
		assertThat(loan.ended()).isTrue();
	}

	@Test
	void ledgerOfDeadlinesKnowsTheLoan() {
		Case loan = lend(emptyHouse());
		Desk.setClock(NOW.plus(Duration.ofHours(13)));
		returnAll(loan, "lateReason", "忘了");

		CaseDeadline deadline = promise(loan, Purpose.RETURN);
		assertThat(deadline.dueAt()).isEqualTo(NOW.plus(TWELVE_HOURS));
		assertThat(deadline.kept()).isFalse();
		assertThat(deadline.usedTime()).isEqualTo(Duration.ofHours(13));
	}

	@Test
	void ledgerHasALineForEachStepOfTheLadder() {
		Case loan = lend(emptyHouse());
		for (int hours : List.of(11, 12, 14)) {
			Desk.setClock(NOW.plus(Duration.ofHours(hours)));
			assertThat(loan.runDueTimers()).isOne();
		}
		Desk.setClock(NOW.plus(Duration.ofHours(15)));
		assertThat(loan.runDueTimers()).isZero();
		returnAll(loan, "lateReason", "忘了");

		assertThat(this.promises.ledger(loan.number())).extracting(DeadlineEntry::text)
			.satisfiesExactly((set) -> assertThat(set).contains("12小时，到 2026-03-02 21:00 止"),
					(near) -> assertThat(near).startsWith("离时限还有1小时，提醒"), (end) -> assertThat(end).contains("主管督办"),
					(beyond) -> assertThat(beyond).startsWith("超过时限2小时，请管理处经理决定"),
					(verdict) -> assertThat(verdict).startsWith("超时，"));
	}

	@Test
	void taskOfTheReturnIsNearlyDueFromTheReminderOn() {
		Case loan = lend(emptyHouse());

		assertThat(loan.task(RETURN).getDueDate()).isEqualTo(Date.from(NOW.plus(TWELVE_HOURS)));
		assertThat(loan.task(RETURN).getFollowUpDate()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(11))));
		Desk.setClock(NOW.plus(TWELVE_HOURS));
		loan.runDueTimers();
		assertThat(loan.task(CHASE).getDueDate()).as("an hour to chase")
			.isEqualTo(Date.from(NOW.plus(Duration.ofHours(13))));
		assertThat(loan.task(SUPERVISE).getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(14))));
		returnAll(loan);
	}

	@Test
	void whoBringsTheKeysInsteadOfTheBorrowerIsWrittenDown() {
		Case loan = lend(emptyHouse());
		assertThatThrownBy(() -> returnAll(loan, "bothSigned", false)).hasStackTraceContaining("归还人、验收人都已签字");
		returnAll(loan, "broughtBy", "小周");

		assertThat(this.entries.findByCaseNumberOrderByMadeAtAscIdAsc(loan.number())).last()
			.extracting(KeyEntry::person, KeyEntry::by)
			.containsExactly("小周", "何秀英");
	}

	@Test
	void overdueKeysGoFromTheKeeperToTheSupervisorToTheManager() {
		Case loan = lend(emptyHouse());
		Desk.setClock(NOW.plus(TWELVE_HOURS));
		loan.runDueTimers();
		loan.complete(CHASE, Map.of("chaseNote", "电话催还，答应半小时内送回"));
		loan.complete(SUPERVISE, Map.of("instruction", "再催一次，不还即报经理"));
		Desk.setClock(NOW.plus(TWELVE_HOURS).plus(Duration.ofHours(2)).minusSeconds(1));
		assertThat(loan.runDueTimers()).isZero();
		Desk.setClock(NOW.plus(TWELVE_HOURS).plus(Duration.ofHours(2)));
		loan.runDueTimers();

		assertThat(loan.candidates(DECIDE)).containsExactly("office-manager");
		loan.complete(DECIDE, Map.of("decisionText", "上门收回"));
		assertThat(loan(loan).chaseText()).contains("半小时内送回");
		assertThat(loan(loan).supervisionText()).contains("即报经理");
		assertThat(loan(loan).decisionText()).contains("上门收回");
		returnAll(loan, "lateReason", "手机没电");
	}

	@ParameterizedTest
	@ValueSource(strings = { "America/New_York", "Asia/Kathmandu", "UTC" })
	void twelveHoursRunOverMidnightWhateverTheZoneOfTheHost(String zone) {
		TimeZone before = TimeZone.getDefault();
		Instant evening = Instant.parse("2026-03-02T13:30:00Z");
		Desk.setClock(evening);
		try {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			Case loan = lend(emptyHouse());

			assertThat(loan(loan).dueAt()).isEqualTo(Instant.parse("2026-03-03T01:30:00Z"));
			assertThat(loan(loan).dueExplanation()).contains("2026-03-02 21:30", "2026-03-03 09:30");
			Desk.setClock(evening.plus(TWELVE_HOURS).minusSeconds(1));
			loan.runDueTimers();
			assertThat(loan.openTasks()).containsExactly(RETURN);
			Desk.setClock(evening.plus(TWELVE_HOURS));
			loan.runDueTimers();
			assertThat(loan.openTasks()).contains(CHASE);
			returnAll(loan);
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	void borrowerWhoComesBackEarlierIsHeldToHisOwnTime() {
		Case loan = lend(emptyHouse(), "neededUntil", local(NOW.plus(Duration.ofHours(3))));

		assertThat(loan(loan).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(3)));
		assertThat(loan(loan).dueExplanation()).contains("借用人计划");
		returnAll(loan);
	}

	@Test
	void moreThanTwelveHoursAreRefused() {
		String house = emptyHouse();

		assertRefused(request(house, "neededUntil", local(NOW.plus(TWELVE_HOURS).plusSeconds(60))), "不得超过 12小时",
				"最晚应在 2026-03-02 21:00 归还");
		assertRefused(request(house, "neededUntil", local(NOW)), "要晚于现在");
		assertThat(lend(house, "neededUntil", local(NOW.plus(TWELVE_HOURS))).openTasks()).containsExactly(RETURN);
	}

	@Test
	void backToBackLoansAreOneStretch() {
		String house = emptyHouse();
		Case first = lend(house);
		Desk.setClock(NOW.plus(Duration.ofHours(8)));
		returnAll(first);
		Desk.setClock(NOW.plus(Duration.ofHours(9)));
		Instant wanted = NOW.plus(Duration.ofHours(15));

		assertRefused(request(house, "neededUntil", local(wanted), "usePurpose", "repair"),
				"赵师傅从 2026-03-02 09:00 起连续借用", "最晚应在 2026-03-02 21:00 归还");
		assertRefused(
				request(house, "neededUntil", local(wanted), "borrowerName", "钱师傅", "borrowerPhone", "13600136000"),
				"为同一用途借用", "最晚应在 2026-03-02 21:00 归还");
		Case second = lend(house);
		assertThat(loan(second).dueAt()).isEqualTo(NOW.plus(TWELVE_HOURS));
		Desk.setClock(NOW.plus(TWELVE_HOURS));
		returnAll(second);
		assertRefused(request(house), "已经用满", "归还满 2小时后再借");
		Case other = lend(house, "borrowerName", "孙工", "borrowerPhone", "13500135000", "usePurpose", "inspection");
		assertThat(loan(other).dueAt()).isEqualTo(NOW.plus(TWELVE_HOURS).plus(TWELVE_HOURS));
		returnAll(other);
		Desk.setClock(NOW.plus(Duration.ofHours(14)));
		Case rested = lend(house);
		assertThat(loan(rested).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(26)));
		returnAll(rested);
	}

	@Test
	void keyThatIsOutIsNotLentAndItIsSaidWhoHasIt() {
		String house = emptyHouse();
		Case loan = lend(house);

		assertRefused(request(house, "doors", List.of("mailbox")), "已借给赵师傅", loan.number(), "2026-03-02 21:00");
		assertRefused(request(house, "doors", List.of("card")), "没有", "门禁卡");
		returnAll(loan);
		assertRefused(request(house, "doors", List.of("card")), "现有入户门（2 把）、信箱（1 把）");
	}

	@Test
	void secondOfTwoRequestsIsTurnedDownWhenTheKeyIsGone() {
		String house = emptyHouse();
		Case one = this.desk.start("front-desk", "key-borrow", request(house));
		Case other = this.desk.start("front-desk", "key-borrow", request(house, "borrowerName", "钱师傅"));
		issue(one);

		assertThatThrownBy(() -> issue(other)).hasRootCauseInstanceOf(Refusal.class).hasStackTraceContaining("已借给赵师傅");
		other.complete("UserTask_IssueKeys", Map.of("issueDecision", "not_issued", "issueRemark", "钥匙已借出"));
		assertThat(other.ends()).containsExactly("EndEvent_KeysNotIssued");
		assertThat(loan(other).status()).isEqualTo(LoanStatus.NOT_ISSUED);
		returnAll(one);
	}

	@Test
	void keysAreCountedWhenTheyGoAndWhenTheyCome() {
		String house = emptyHouse();
		Case loan = this.desk.start("front-desk", "key-borrow", request(house));

		assertThatThrownBy(() -> loan.complete("UserTask_IssueKeys",
				Map.of("issueDecision", "issued", "countedKeys", 2, "borrowerSigned", true)))
			.hasStackTraceContaining("共 3 把，您点到 2 把");
		issue(loan);
		assertThatThrownBy(
				() -> loan.complete(RETURN, Map.of("returnResult", "all", "countedKeys", 2, "bothSigned", true)))
			.hasStackTraceContaining("共 3 把，您点到 2 把");
		loan.complete(RETURN, Map.of("returnResult", "some", "returnedDoors", List.of("mailbox"), "countedKeys", 1,
				"bothSigned", true));
		assertThat(loan.openTasks()).containsExactly(RETURN);
		assertThat(loan(loan).status()).isEqualTo(LoanStatus.PARTLY_BACK);
		assertThat(key(house, Door.MAILBOX).status()).isEqualTo(KeyStatus.IN_CABINET);
		assertThat(key(house, Door.ENTRANCE).status()).isEqualTo(KeyStatus.OUT);
		assertThatThrownBy(() -> loan.complete(RETURN, Map.of("returnResult", "some", "returnedDoors",
				List.of("mailbox"), "countedKeys", 1, "bothSigned", true)))
			.hasStackTraceContaining("还没有归还的是入户门");
		assertThatThrownBy(() -> loan.complete(RETURN, Map.of("returnResult", "some", "returnedDoors",
				List.of("entrance"), "countedKeys", 2, "bothSigned", true)))
			.hasStackTraceContaining("请选择「全部归还」");
		returnAll(loan);
		assertThat(loan(loan).returnedPieces()).isEqualTo(3);
	}

	@Test
	void lostKeyBecomesAnIncidentAndItsLockIsChanged() {
		String house = emptyHouse();
		Case loan = lend(house);
		assertThatThrownBy(() -> loan.complete(RETURN,
				form("returnResult", "incident", "incidentDoors", List.of("entrance"), "incidentKind", "lost",
						"incidentText", "丢失一把", "countedKeys", 3, "bothSigned", true)))
			.hasStackTraceContaining("应在 1 到 2 把之间");
		loan.complete(RETURN, form("returnResult", "incident", "incidentDoors", List.of("entrance"), "incidentKind",
				"lost", "incidentText", "丢失一把", "countedKeys", 2, "bothSigned", true));

		assertThat(key(house, Door.ENTRANCE).status()).isEqualTo(KeyStatus.MISSING);
		assertThat(key(house, Door.MAILBOX).status()).isEqualTo(KeyStatus.IN_CABINET);
		assertThat(loan(loan).status()).isEqualTo(LoanStatus.INCIDENT);
		Case incident = loan.called();
		assertThat(this.incidents.find(incident.number()).orElseThrow().causeNumber()).isEqualTo(loan.number());
		KeyIncidentProcessTest.handle(incident, "lock_changed");
		assertThat(loan.ended()).isTrue();
		assertThat(loan.ends()).contains("EndEvent_IncidentHandled");
		assertThat(keys(house)).extracting(HouseKey::door).containsExactly(Door.MAILBOX);
	}

	@Test
	void keyOfAHouseThatIsLivedInNeedsTheOwnersConsent() {
		String house = livedIn();
		Instant until = NOW.plus(Duration.ofHours(30));
		Case loan = this.desk.start("front-desk", "key-borrow", request(house, "neededUntil", local(until)));
		assertThat(loan.openTasks()).isEmpty();
		KeyUseConsentProcessTest.agree(loan.called());

		issue(loan);

		assertThat(loan(loan).dueAt()).as("the owner says how long, not the twelve hours").isEqualTo(until);
		assertThat(loan(loan).consentNumber()).startsWith("TY-2026-");
		returnAll(loan);
	}

	@Test
	void keyOfAHouseThatIsLivedInIsNotLentWithoutATime() {
		assertRefused(request(livedIn()), "请填写「计划归还时间」");
	}

	@Test
	void ownerWhoDoesNotAgreeKeepsHisDoorShut() {
		Case loan = this.desk.start("front-desk", "key-borrow",
				request(livedIn(), "neededUntil", local(NOW.plus(Duration.ofHours(2)))));
		loan.called()
			.complete("UserTask_AskOwner", form("ownerAnswer", "refused", "answerWay", "phone", "numberDialled",
					"13900139000", "ownerWords", "不方便"));

		assertThat(loan.ends()).containsExactly("EndEvent_OwnerDisagreed");
		assertThat(loan(loan).status()).isEqualTo(LoanStatus.REFUSED);
	}

	@Test
	void consentTakenBackWhileTheKeyIsOutCallsItBack() {
		String house = livedIn();
		Case loan = lendWithConsent(house, NOW.plus(Duration.ofHours(8)));
		Desk.setClock(NOW.plus(Duration.ofHours(1)));

		Case withdrawal = this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "withdraw", "houseNumber", house, "withdrawalWords", "家里来客人了"));

		assertThat(withdrawal.ends()).containsExactly("EndEvent_ConsentWithdrawn");
		assertThat(loan(loan).recallReason()).isEqualTo("业主撤回同意");
		assertThat(loan(loan).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
		assertThat(loan.openTasks()).containsExactly("UserTask_CallBorrowerBack", RETURN);
		loan.complete("UserTask_CallBorrowerBack", Map.of("recallNote", "已电话通知"));
		Desk.setClock(NOW.plus(Duration.ofHours(2)));
		loan.runDueTimers();
		assertThat(loan.openTasks()).contains(CHASE);
		returnAll(loan);
	}

	@Test
	void consentTakenBackBeforeTheKeyIsOutStopsIt() {
		String house = livedIn();
		Case loan = this.desk.start("front-desk", "key-borrow",
				request(house, "neededUntil", local(NOW.plus(Duration.ofHours(2)))));
		KeyUseConsentProcessTest.agree(loan.called());
		this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "withdraw", "houseNumber", house, "withdrawalWords", "改天吧"));

		assertThatThrownBy(() -> issue(loan)).hasStackTraceContaining("业主的同意已经撤回");
		loan.complete("UserTask_IssueKeys", Map.of("issueDecision", "not_issued", "issueRemark", "业主撤回"));
	}

	@Test
	void ownerWhoMovesInMeanwhileIsAskedAndMayAgree() {
		String house = emptyHouse();
		Case loan = lend(house);
		Desk.setClock(NOW.plus(Duration.ofHours(2)));
		moveIn(house);

		assertThat(loan(loan).movedInNotedAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
		assertThat(lines(loan.number())).contains(EntryKind.RULE_CHANGED);
		assertThat(loan.openTasks()).as("the return goes on").containsExactly(RETURN);
		KeyUseConsentProcessTest.agree(loan.called());
		assertThat(loan(loan).dueExplanation()).contains("业主入住后同意");
		returnAll(loan);
		assertThat(loan.passed("EndEvent_LoanExtended")).isTrue();
	}

	@Test
	void ownerWhoMovesInMeanwhileAndDoesNotAgreeHasTheKeyCalledBack() {
		String house = emptyHouse();
		Case loan = lend(house);
		Desk.setClock(NOW.plus(Duration.ofHours(2)));
		moveIn(house);
		Case question = loan.called();
		Desk.setClock(NOW.plus(TWELVE_HOURS).minusSeconds(60));
		question.complete("UserTask_AskOwner",
				form("ownerAnswer", "refused", "answerWay", "visit", "ownerWords", "我已经住进来了"));

		assertThat(loan(loan).recallReason()).contains("入住");
		assertThat(loan(loan).dueAt()).as("a recall does not prolong").isEqualTo(NOW.plus(TWELVE_HOURS));
		assertThat(loan.passed("EndEvent_RecalledAfterMoveIn")).isTrue();
		returnAll(loan);
	}

	@Test
	void ownerWhoMovesInWhileTheKeyIsLateIsAskedTooAndLateStaysLate() {
		String house = emptyHouse();
		Case loan = lend(house);
		Desk.setClock(NOW.plus(Duration.ofHours(13)));
		loan.runDueTimers();
		moveIn(house);
		KeyUseConsentProcessTest.agree(loan.called());

		assertThat(loan(loan).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(14)));
		returnAll(loan);
		assertThat(loan(loan).limitKept()).isFalse();
	}

	@Test
	void ownerWhoMovesInBeforeTheKeyIsOutStopsIt() {
		String house = emptyHouse();
		Case loan = this.desk.start("front-desk", "key-borrow", request(house));
		moveIn(house);

		assertThatThrownBy(() -> issue(loan)).hasStackTraceContaining("业主已经入住");
		loan.complete("UserTask_IssueKeys", Map.of("issueDecision", "not_issued", "issueRemark", "业主已入住"));
	}

	@Test
	void emergencyGoesByTheManagersOrderAndTheOwnerIsToldAtOnce() {
		String house = livedIn();
		Case loan = this.desk.start("security", "key-borrow", emergency(house));
		loan.complete("UserTask_OrderEmergencyUse",
				form("orderDecision", "yes", "orderGiver", "何经理", "orderWay", "phone", "orderText", "立即进入关水阀"));
		issue(loan);

		assertThat(loan.openTasks()).containsExactly(RETURN, "UserTask_TellOwnerOfEmergency");
		assertThat(loan.task("UserTask_TellOwnerOfEmergency").getDueDate())
			.isEqualTo(Date.from(NOW.plus(Duration.ofHours(1))));
		returnAll(loan);
		assertThat(loan.ended()).as("the owner must still be told").isFalse();
		loan.complete("UserTask_TellOwnerOfEmergency", Map.of("toldHow", "phone", "tellingText", "已关阀，家中无损失"));
		loan.complete("UserTask_ConfirmEmergencyOrder",
				Map.of("orderConfirmation", "no", "confirmationText", "我下令的时间是九点半"));
		assertThat(loan.ended()).isTrue();
		assertThat(loan(loan).ownerToldAt()).isEqualTo(NOW);
		assertThat(loan(loan).secondPerson()).isEqualTo("周工");
		assertThat(loan(loan).orderConfirmed()).isFalse();
	}

	@Test
	void emergencyInAHouseNobodyLivesInIsHeldToTheTwelveHours() {
		String house = emptyHouse();
		Case first = lend(house);
		Desk.setClock(NOW.plus(Duration.ofHours(8)));
		returnAll(first);
		Case second = lend(house, "isEmergency", true, "emergencyKind", "water", "secondPerson", "周工");

		assertThat(loan(second).dueAt()).isEqualTo(NOW.plus(TWELVE_HOURS));
		returnAll(second);
	}

	@Test
	void emergencyWithoutTheManagersOrderIsNone() {
		Case loan = this.desk.start("security", "key-borrow", emergency(livedIn()));
		loan.complete("UserTask_OrderEmergencyUse",
				form("orderDecision", "no", "orderGiver", "何经理", "orderWay", "phone", "orderText", "先联系业主"));

		assertThat(loan.ends()).containsExactly("EndEvent_NotOrdered");
		assertThat(loan(loan).status()).isEqualTo(LoanStatus.REFUSED);
	}

	@Test
	void nothingOfTheBorrowerStaysInTheEngine() {
		Case loan = lend(emptyHouse());

		assertThat(this.engine.getRuntimeService()
			.createVariableInstanceQuery()
			.list()
			.stream()
			.map((variable) -> String.valueOf(variable.getValue())))
			.noneMatch((value) -> value.contains("赵师傅") || value.contains("13700137000") || value.contains("王秀英"));
		returnAll(loan);
	}

	private static Map<String, Object> emergency(String house) {
		return request(house, "doors", List.of("entrance"), "borrowerKind", "staff", "organisation", null,
				"identityKind", null, "identityLastFour", null, "borrowerName", "李工", "isEmergency", true,
				"emergencyKind", "water", "secondPerson", "周工");
	}

	private Case lendWithConsent(String house, Instant until) {
		Case loan = this.desk.start("front-desk", "key-borrow", request(house, "neededUntil", local(until)));
		KeyUseConsentProcessTest.agree(loan.called());
		issue(loan);
		return loan;
	}

	private void moveIn(String house) {
		this.transaction.executeWithoutResult((status) -> this.houses.moveIn(this.houses.find("cuihu", house), null));
	}

	private void assertRefused(Map<String, Object> form, String... words) {
		assertThatThrownBy(() -> this.desk.start("front-desk", "key-borrow", form)).isInstanceOf(Refusal.class)
			.hasMessageContainingAll(words);
	}

}
