package org.wuyeflow.key;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.LedgerKind;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Counting the cabinet, each month and when its keeper changes.
 */
class KeyStocktakeProcessTest extends KeyTrial {

	private static final String COUNT = "UserTask_CountCabinet";

	KeyStocktakeProcessTest() {
		super("key-stocktake");
	}

	@Test
	void everyDifferenceBecomesACaseAndTheRestMustAgree() {
		String house = emptyHouse();
		int listed = this.stocktakes.listed("cuihu");
		Case stocktake = this.desk.start("key-keeper", "key-stocktake", Map.of("stocktakeReason", "monthly"));
		assertThatThrownBy(
				() -> stocktake.complete(COUNT, Map.of("countResult", "finished", "countedKeys", listed - 1)))
			.hasRootCauseInstanceOf(Refusal.class)
			.hasStackTraceContaining("清单上在柜 " + listed + " 把，您点到 " + (listed - 1) + " 把");
		stocktake.complete(COUNT, form("countResult", "difference", "differenceKind", "mismatch", "houseNumber", house,
				"doors", List.of("mailbox"), "differenceText", "挂钩上没有信箱钥匙"));
		stocktake.complete(COUNT, Map.of("countResult", "finished", "countedKeys", listed - 1));

		assertThat(stocktake.ends()).containsExactly("EndEvent_StocktakeDone");
		KeyStocktake record = this.stocktakes.find(stocktake.number()).orElseThrow();
		assertThat(record.differences()).isOne();
		assertThat(record.countedPieces()).isEqualTo(listed - 1);
		assertThat(key(house, Door.MAILBOX).status()).isEqualTo(KeyStatus.MISSING);
		KeyIncident incident = this.incidents.open("cuihu")
			.stream()
			.filter((open) -> stocktake.number().equals(open.causeNumber()))
			.findFirst()
			.orElseThrow();
		KeyIncidentProcessTest.handle(this.desk.find("key-incident", incident.number()), "found");
		assertThat(key(house, Door.MAILBOX).status()).isEqualTo(KeyStatus.IN_CABINET);
	}

	@Test
	void keyThatTheListDoesNotKnowBecomesACaseAndIsNotCounted() {
		String house = emptyHouse();
		int listed = this.stocktakes.listed("cuihu");
		Case stocktake = this.desk.start("key-keeper", "key-stocktake", Map.of("stocktakeReason", "monthly"));
		stocktake.complete(COUNT, form("countResult", "difference", "differenceKind", "surplus", "houseNumber", house,
				"doors", List.of("card"), "differenceText", "挂钩上多一张门禁卡"));
		stocktake.complete(COUNT, Map.of("countResult", "finished", "countedKeys", listed));

		assertThat(keys(house)).extracting(HouseKey::status).containsOnly(KeyStatus.IN_CABINET);
		assertThat(this.incidents.open("cuihu")).filteredOn((open) -> stocktake.number().equals(open.causeNumber()))
			.singleElement()
			.satisfies((incident) -> {
				assertThat(incident.kind()).isEqualTo(IncidentKind.SURPLUS);
				KeyIncidentProcessTest.handle(this.desk.find("key-incident", incident.number()), "found");
			});
	}

	@Test
	void supervisorIsToldOnceOfACabinetThatIsNotCountedInTime() {
		emptyHouse();
		Case stocktake = this.desk.start("key-keeper", "key-stocktake", Map.of("stocktakeReason", "monthly"));
		Instant due = promise(stocktake, Purpose.RESULT).dueAt();
		assertThat(due).as("three office days").isEqualTo(Instant.parse("2026-03-05T01:00:00Z"));
		assertThat(stocktake.task(COUNT).getDueDate()).isEqualTo(Date.from(due));
		Desk.setClock(due.minusSeconds(1));
		assertThat(stocktake.runDueTimers()).isZero();
		Desk.setClock(due.plusSeconds(1));
		assertThat(stocktake.runDueTimers()).isOne();

		assertThat(stocktake.ends()).containsExactly("EndEvent_SupervisorTold");
		stocktake.complete(COUNT, Map.of("countResult", "finished", "countedKeys", this.stocktakes.listed("cuihu")));
		assertThat(promise(stocktake, Purpose.RESULT).kept()).isFalse();
		assertThat(ledger(stocktake)).containsExactly(LedgerKind.SET, LedgerKind.ESCALATED, LedgerKind.MISSED);
	}

	@Test
	void newKeeperTakesOverWhatAnotherHasCounted() {
		String house = emptyHouse();
		Case stocktake = this.desk.start("key-keeper", "key-stocktake",
				Map.of("stocktakeReason", "handover", "newKeeper", "邓小梅"));
		stocktake.complete(COUNT, Map.of("countResult", "finished", "countedKeys", this.stocktakes.listed("cuihu")));

		assertThatThrownBy(
				() -> stocktake.completeAs("key-keeper", "UserTask_TakeOverCabinet", Map.of("takenOver", true)))
			.hasRootCauseInstanceOf(Refusal.class)
			.hasStackTraceContaining("不能自己接收");
		stocktake.completeAs("cs-supervisor", "UserTask_TakeOverCabinet", Map.of("takenOver", true));
		assertThat(stocktake.ends()).containsExactly("EndEvent_CabinetTakenOver");
		assertThat(key(house, Door.ENTRANCE).keeperName()).isEqualTo("邓小梅");
		assertThat(this.stocktakes.keeper("cuihu")).hasValue("邓小梅");
	}

}
