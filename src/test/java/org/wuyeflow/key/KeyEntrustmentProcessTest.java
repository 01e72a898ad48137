package org.wuyeflow.key;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.LedgerKind;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.record.RecordStatus;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Keys come into the office's care.
 */
class KeyEntrustmentProcessTest extends KeyTrial {

	@Autowired
	KeyAuthorityRepository authorities;

	KeyEntrustmentProcessTest() {
		super("key-entrustment");
	}

	@Test
	void entrustedKeysAreApprovedSignedAndHungUp() {
		String house = bareHouse();

		Case custody = entrust(house);

		KeyEntrustment entrustment = record(custody);
		assertThat(entrustment.status()).isEqualTo(EntrustmentStatus.KEPT);
		assertThat(entrustment.serial()).startsWith("YW-2026-");
		assertThat(entrustment.caseNumber()).startsWith("YT-2026-");
		assertThat(entrustment.keys().text()).isEqualTo("入户门 2 把、信箱 1 把");
		assertThat(entrustment.customerIdentity().lastFour()).isEqualTo("123X");
		assertThat(entrustment.approverAuthority()).isEqualTo("经理助理（客户关系专员）");
		assertThat(entrustment.takenByName()).isNotEqualTo(entrustment.keeperName());
		HouseKey key = key(house, Door.ENTRANCE);
		assertThat(key.serial()).startsWith("YS-2026-");
		assertThat(key.pieces()).isEqualTo(2);
		assertThat(key.hook()).isEqualTo("A-" + house);
		assertThat(key.soundness()).isEqualTo(KeySoundness.WORKS);
		assertThat(lines(custody.number())).containsExactly(EntryKind.STORED);
	}

	@Test
	void keysOutsideTheSchemeAreExplainedPatientlyAndRecorded() {
		Map<String, Object> form = form("houseNumber", bareHouse(), "customerName", "王秀英", "customerPhone",
				"13900139000", "identityKind", "id_card", "identityLastFour", "1234", "withinScheme", "no",
				"explanation", "保险柜钥匙不在管理方案内，已说明可存银行");
		Case refused = this.desk.start("front-desk", "key-entrustment", form);

		assertThat(refused.ends()).containsExactly("EndEvent_OutsideScheme");
		assertThat(record(refused).status()).isEqualTo(EntrustmentStatus.OUTSIDE_SCHEME);
		assertThat(record(refused).explanation()).contains("可存银行");
		assertThat(record(refused).recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@Test
	void entrustmentThatIsNotApprovedIsToldToTheOwner() {
		Case refused = this.desk.start("front-desk", "key-entrustment", entrustment(bareHouse()));
		refused.complete("UserTask_ApproveEntrustment", Map.of("approval", "no", "approvalOpinion", "委托书没有签字"));
		refused.complete("UserTask_TellRefusal", Map.of("toldHow", "phone", "tellingText", "请补签委托书"));

		assertThat(refused.ends()).containsExactly("EndEvent_EntrustmentRefused");
		assertThat(record(refused).approvalOpinion()).isEqualTo("委托书没有签字");
		assertThat(record(refused).recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@Test
	void keysThatDoNotWorkAreMarkedOneByOne() {
		String house = bareHouse();
		Map<String, Object> form = entrustment(house);
		form.putAll(form("soundness", "faulty", "faultyDoors", List.of("mailbox"), "keysRemark", "信箱锁芯生锈"));
		Case custody = this.desk.start("front-desk", "key-entrustment", form);
		custody.complete("UserTask_ApproveEntrustment", Map.of("approval", "yes"));
		custody.complete("UserTask_SignEntrustment", Map.of("countedKeys", 3, "ownerSigned", true));
		custody.complete("UserTask_StoreKeys",
				form("countedKeys", 3, "cabinet", "一号柜", "hook", "B-1", "handedOver", true));

		assertThat(key(house, Door.ENTRANCE).soundness()).isEqualTo(KeySoundness.WORKS);
		assertThat(key(house, Door.MAILBOX).soundness()).isEqualTo(KeySoundness.FAULTY);
		Map<String, Object> wrong = entrustment(house);
		wrong.putAll(form("soundness", "faulty", "faultyDoors", List.of("card"), "keysRemark", "失磁"));
		assertThatThrownBy(() -> this.desk.start("front-desk", "key-entrustment", wrong))
			.hasStackTraceContaining("业主没有交门禁卡的钥匙");
		Map<String, Object> none = entrustment(house);
		none.putAll(Map.of("entranceKeys", 0, "mailboxKeys", 0));
		assertThatThrownBy(() -> this.desk.start("front-desk", "key-entrustment", none))
			.hasStackTraceContaining("至少一把");
	}

	@Test
	void whoCountsOtherThanWasWrittenDownIsStopped() {
		Case custody = this.desk.start("front-desk", "key-entrustment", entrustment(bareHouse()));
		custody.complete("UserTask_ApproveEntrustment", Map.of("approval", "yes"));

		assertThatThrownBy(
				() -> custody.complete("UserTask_SignEntrustment", Map.of("countedKeys", 2, "ownerSigned", true)))
			.hasRootCauseInstanceOf(Refusal.class)
			.hasStackTraceContaining("共 3 把，您点到 2 把");
	}

	@Test
	void personWhomTheManagerHasAuthorisedApprovesUntilHisAuthorityEnds() {
		this.transaction.executeWithoutResult((status) -> this.authorities.save(new KeyAuthority("cuihu",
				"cs-supervisor", "黄丽娟", day("2026-03-02"),
				new org.wuyeflow.office.Staff("office-manager", "何经理", java.util.Set.of(), java.util.Set.of()), NOW)));
		Case today = this.desk.start("front-desk", "key-entrustment", entrustment(bareHouse()));
		assertThat(today.candidates("UserTask_ApproveEntrustment")).containsExactly("assistant-manager",
				"cs-supervisor");
		today.completeAs("cs-supervisor", "UserTask_ApproveEntrustment", Map.of("approval", "yes"));
		assertThat(record(today).approverAuthority()).contains("何经理授权", "2026-03-02");
		Case late = this.desk.start("front-desk", "key-entrustment", entrustment(bareHouse()));
		Desk.setClock(Instant.parse("2026-03-02T16:00:00Z"));

		assertThatThrownBy(
				() -> late.completeAs("cs-supervisor", "UserTask_ApproveEntrustment", Map.of("approval", "yes")))
			.hasRootCauseInstanceOf(Refusal.class)
			.hasStackTraceContaining("授权已经到期");
		late.completeAs("assistant-manager", "UserTask_ApproveEntrustment", Map.of("approval", "yes"));
	}

	@Test
	void keysNotTakenBackAtTheEndAreChasedUntilTheyAre() {
		String house = bareHouse();
		Case custody = entrust(house);
		assertThat(record(custody).chaseAt()).as("the first office minute after 30 June")
			.isEqualTo(Instant.parse("2026-07-01T00:30:00Z"));
		Desk.setClock(Instant.parse("2026-07-01T00:29:59Z"));
		assertThat(custody.runDueTimers()).isZero();
		Desk.setClock(Instant.parse("2026-07-01T00:30:00Z"));
		custody.runDueTimers();
		custody.complete("UserTask_ChaseOwner", form("chaseResult", "not_reached", "chaseNote", "电话无人接听"));
		Desk.setClock(Instant.parse("2026-07-06T00:29:59Z"));
		assertThat(custody.runDueTimers()).as("three days later it is Saturday").isZero();
		Desk.setClock(Instant.parse("2026-07-06T00:30:00Z"));
		custody.runDueTimers();
		custody.complete("UserTask_ChaseOwner", form("chaseResult", "prolonged", "prolongedUntil", "2026-12-31"));
		assertThat(record(custody).validUntil()).isEqualTo(day("2026-12-31"));
		assertThat(record(custody).chaseText()).contains("电话无人接听", "延长委托至 2026-12-31");
		assertThat(lines(custody.number())).containsExactly(EntryKind.STORED, EntryKind.CHASED, EntryKind.PROLONGED);
		assertThat(custody.openTasks()).isEmpty();
		assertThat(record(custody).chaseAt()).as("asked again at the new end")
			.isEqualTo(Instant.parse("2027-01-01T00:30:00Z"));
		KeyWithdrawalProcessTest.handBack(this.desk, house, 3);
		assertThat(promise(custody, Purpose.PICK_UP).kept()).as("before the new end").isTrue();
		assertThat(ledger(custody)).containsExactlyInAnyOrder(LedgerKind.NAMED, LedgerKind.DROPPED, LedgerKind.NAMED,
				LedgerKind.KEPT);
		assertThat(custody.ends()).last().isEqualTo("EndEvent_KeysGivenBack");
	}

	private KeyEntrustment record(Case custody) {
		return this.custody.find(custody.number()).orElseThrow();
	}

}
