package org.wuyeflow.key;

import java.math.BigDecimal;
import java.time.Duration;
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
 * What becomes of a key that is lost, damaged, copied or not where it should be.
 */
class KeyIncidentProcessTest extends KeyTrial {

	KeyIncidentProcessTest() {
		super("key-incident");
	}

	/** An incident is handled to its end. */
	static void handle(Case incident, String remedy) {
		incident.complete("UserTask_TellOwnerOfIncident", Map.of("toldHow", "phone", "ownerWords", "请换锁"));
		incident.complete("UserTask_SeeToLock",
				form("remedy", remedy, "remedyText", "已处理", "costBearer", "company", "cost", "280.5"));
		incident.complete("UserTask_ConcludeIncident", Map.of("conclusion", "加强清点"));
	}

	@Test
	void damagedKeyIsReportedTheLockChangedAndTheManagerConcludes() {
		String house = emptyHouse();
		Case incident = this.desk.start("key-keeper", "key-incident", form("houseNumber", house, "doors",
				List.of("mailbox"), "incidentKind", "damaged", "incidentText", "钥匙断在锁里"));
		assertThat(key(house, Door.MAILBOX).status()).isEqualTo(KeyStatus.MISSING);

		handle(incident, "lock_changed");

		assertThat(incident.ends()).containsExactly("EndEvent_HandlingEnded", "EndEvent_IncidentConcluded");
		KeyIncident record = this.incidents.find(incident.number()).orElseThrow();
		assertThat(record.status()).isEqualTo(IncidentStatus.CONCLUDED);
		assertThat(record.cost()).isEqualByComparingTo(new BigDecimal("280.50"));
		assertThat(record.costBearer()).isEqualTo(CostBearer.COMPANY);
		assertThat(keys(house)).extracting(HouseKey::door).doesNotContain(Door.MAILBOX);
		assertThat(lines(incident.number())).containsExactly(EntryKind.INCIDENT);
	}

	@Test
	void supervisorIsToldOfAnIncidentThatIsNotConcludedInTime() {
		Case incident = this.desk.start("key-keeper", "key-incident", form("houseNumber", emptyHouse(), "doors",
				List.of("mailbox"), "incidentKind", "lost", "incidentText", "柜里没有"));
		assertThat(promise(incident, Purpose.NOTICE).dueAt()).as("two office hours from nine")
			.isEqualTo(NOW.plus(Duration.ofHours(2)));
		assertThat(incident.task("UserTask_TellOwnerOfIncident").getDueDate())
			.isEqualTo(Date.from(NOW.plus(Duration.ofHours(2))));
		Instant due = promise(incident, Purpose.RESULT).dueAt();
		assertThat(due).as("three office days").isEqualTo(Instant.parse("2026-03-05T01:00:00Z"));
		Desk.setClock(due.minusSeconds(1));
		assertThat(incident.runDueTimers()).isZero();
		Desk.setClock(due);
		assertThat(incident.runDueTimers()).isOne();

		assertThat(incident.passed("ServiceTask_ReportOverdueIncident")).isTrue();
		handle(incident, "lock_changed");
		assertThat(promise(incident, Purpose.NOTICE).kept()).isFalse();
		assertThat(promise(incident, Purpose.RESULT).kept()).as("at the very end is in time").isTrue();
		assertThat(ledger(incident)).containsExactly(LedgerKind.SET, LedgerKind.SET, LedgerKind.ESCALATED,
				LedgerKind.MISSED, LedgerKind.KEPT);
	}

	@Test
	void keyThatIsFoundHangsOnItsHookAgain() {
		String house = emptyHouse();
		Case incident = this.desk.start("key-keeper", "key-incident", form("houseNumber", house, "doors",
				List.of("mailbox"), "incidentKind", "lost", "incidentText", "柜里没有"));

		handle(incident, "found");

		assertThat(key(house, Door.MAILBOX).status()).isEqualTo(KeyStatus.IN_CABINET);
	}

	@Test
	void keyThatIsNotInTheCabinetCannotBeMissedThere() {
		String house = emptyHouse();
		assertThatThrownBy(() -> this.desk.start("key-keeper", "key-incident",
				form("houseNumber", house, "doors", List.of("storage"), "incidentKind", "lost", "incidentText", "没有")))
			.isInstanceOf(Refusal.class)
			.hasStackTraceContaining("没有在柜的车库（储藏室）钥匙");
	}

}
