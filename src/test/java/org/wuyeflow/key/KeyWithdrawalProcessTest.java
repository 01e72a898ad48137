package org.wuyeflow.key;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.record.RecordStatus;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Owners take their keys back.
 */
class KeyWithdrawalProcessTest extends KeyTrial {

	private static final String HAND_BACK = "UserTask_HandBackKeys";

	KeyWithdrawalProcessTest() {
		super("key-withdrawal");
	}

	/** An owner takes his keys back. */
	static Case handBack(Desk desk, String house, int counted) {
		Case withdrawal = desk.start("front-desk", "key-withdrawal", reclaim(house));
		withdrawal.complete(HAND_BACK, Map.of("countedKeys", counted, "ownerSigned", true));
		return withdrawal;
	}

	private static Map<String, Object> reclaim(String house) {
		return form("houseNumber", house, "withdrawalReason", "reclaimed", "takerName", "王秀英", "identityKind",
				"id_card", "identityLastFour", "1234");
	}

	@Test
	void ownerTakesHisKeysBackAgainstHisSignature() {
		String house = bareHouse();
		Case custody = entrust(house);

		Case withdrawal = handBack(this.desk, house, 3);

		assertThat(withdrawal.ends()).containsExactly("EndEvent_KeysHandedBack");
		assertThat(custody.ended()).isTrue();
		KeyEntrustment entrustment = this.custody.find(custody.number()).orElseThrow();
		assertThat(entrustment.status()).isEqualTo(EntrustmentStatus.ENDED);
		assertThat(entrustment.handedBackAt()).isEqualTo(NOW);
		assertThat(entrustment.recordStatus()).isEqualTo(RecordStatus.CLOSED);
		assertThat(keys(house)).isEmpty();
		assertThat(this.custody.keysOf(custody.number())).extracting(HouseKey::status)
			.containsOnly(KeyStatus.HANDED_BACK);
		assertThat(lines(withdrawal.number())).containsExactly(EntryKind.HANDED_BACK);
		assertThatThrownBy(() -> this.desk.start("front-desk", "key-withdrawal", reclaim(house)))
			.isInstanceOf(Refusal.class)
			.hasStackTraceContaining("没有 " + house + " 的钥匙");
	}

	@Test
	void ownerWhoHasMovedInMakesTheHouseOneThatIsLivedInAndCallsLentKeysBack() {
		String house = emptyHouse();
		Case loan = lend(house);
		Case withdrawal = this.desk.start("front-desk", "key-withdrawal",
				form("houseNumber", house, "withdrawalReason", "moved_in", "movedInOn", "2026-03-01", "takerName",
						"王小明", "identityKind", "id_card", "identityLastFour", "1234", "isProxy", true, "proxyLetter",
						"DL-1"));

		assertThat(this.houses.find("cuihu", house).movedInOn()).isEqualTo(day("2026-03-01"));
		assertThat(loan.openTasks()).containsExactly("UserTask_CallBorrowerBack", "UserTask_ReturnKeys");
		assertThatThrownBy(() -> withdrawal.complete(HAND_BACK, Map.of("countedKeys", 3, "ownerSigned", true)))
			.hasRootCauseInstanceOf(Refusal.class)
			.hasStackTraceContaining("还在赵师傅处");
		assertThatThrownBy(() -> this.desk.start("front-desk", "key-withdrawal", reclaim(house)))
			.hasStackTraceContaining("已在办理取回");
		returnAll(loan);
		withdrawal.complete(HAND_BACK, Map.of("countedKeys", 3, "ownerSigned", true));
		assertThat(withdrawal.ended()).isTrue();
	}

	@Test
	void keysThatAreMissingWhenTheOwnerComesBecomeAnIncident() {
		String house = emptyHouse();
		Case withdrawal = this.desk.start("front-desk", "key-withdrawal", reclaim(house));
		assertThatThrownBy(() -> withdrawal.complete(HAND_BACK, Map.of("countedKeys", 2, "ownerSigned", true)))
			.hasStackTraceContaining("请填写「缺少钥匙的情况」");
		assertThatThrownBy(() -> withdrawal.complete(HAND_BACK, Map.of("countedKeys", 4, "ownerSigned", true)))
			.hasStackTraceContaining("请重新清点");
		withdrawal.complete(HAND_BACK, Map.of("countedKeys", 2, "ownerSigned", true, "shortage", "少一把入户门钥匙"));
		KeyIncidentProcessTest.handle(withdrawal.called(), "lock_changed");

		assertThat(withdrawal.ends()).containsExactly("EndEvent_ShortageHandled");
	}

}
