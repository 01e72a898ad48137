package org.wuyeflow.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.persistence.EntityManager;
import org.hibernate.StaleStateException;
import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class ChangeLogIT {

	private static final Instant HAPPENED = Instant.parse("2026-03-05T06:30:00.123456Z");

	@Autowired
	ChangeLog changeLog;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Houses houses;

	@Autowired
	Work work;

	@Autowired
	EntityManager entities;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@Test
	void entryAndItsHandlingAreKeptWithOldAndNewValues() {
		DutyLogEntry entry = enter("漏水，电话13812345678");
		this.transaction.executeWithoutResult((status) -> this.dutyLog.handle("cuihu", entry.serial(), "已修好"));

		List<RecordChange> changes = changesOf(entry.id());
		assertThat(changes).extracting(RecordChange::changeNumber).containsExactly(0, 1);
		assertThat(changes.get(0).fields()).contains("\"happenedAt\":{\"new\":\"2026-03-05T06:30:00.123456Z\"}")
			.contains("\"recordStatus\":{\"new\":\"OPEN\"}")
			.doesNotContain("漏水");
		assertThat(changes.get(0).personalFields()).isEqualTo("{\"matter\":{\"new\":\"漏水，电话13812345678\"}}");
		assertThat(changes.get(1).fields()).isEqualTo("{\"recordStatus\":{\"old\":\"OPEN\",\"new\":\"CLOSED\"}}");
		assertThat(changes.get(1).personalFields()).isEqualTo("{\"handling\":{\"new\":\"已修好\"}}");
	}

	@Test
	void changeNamesTheStepInWhichItWasMade() throws Exception {
		DutyLogEntry entry = this.transaction.execute((status) -> within("UserTask_Receive", "受理", () -> {
			DutyLogEntry made = this.dutyLog.enter("cuihu", "TS-2026-00042", null, HAPPENED, "电梯异响", null);
			within("ServiceTask_Handle", "通知工程", () -> this.dutyLog.handle("cuihu", made.serial(), "已通知"));
			return made;
		}));

		List<RecordChange> changes = changesOf(entry.id());
		assertThat(changes).extracting(RecordChange::activityName).containsExactly("受理", "通知工程");
		assertThat(changes).extracting(RecordChange::caseNumber).containsOnly("TS-2026-00042");
	}

	@Test
	void rolledBackWorkLeavesNeitherRecordNorChange() {
		long before = count();
		this.transaction.executeWithoutResult((status) -> {
			this.dutyLog.enter("cuihu", null, null, HAPPENED, "撤回", null);
			this.entities.flush();
			status.setRollbackOnly();
		});
		assertThat(count()).isEqualTo(before);
		assertThat(ReflectionTestUtils.getField(this.changeLog, "pending")).isEqualTo(Map.of());
	}

	@Test
	void recordAndChangeCannotBeDeleted() {
		DutyLogEntry entry = enter("不能删除");
		assertThatThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.entities.remove(this.entities.find(DutyLogEntry.class, entry.id()))))
			.rootCause()
			.isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.entities
			.remove(this.entities.find(RecordChange.class, new RecordChange.Key(entry.id(), 0))))).rootCause()
			.isInstanceOf(Refusal.class);
		assertThat(changesOf(entry.id())).hasSize(1);
	}

	@Test
	void secondOfTwoWhoChangeARecordAtTheSameTimeIsRefused() {
		DutyLogEntry entry = enter("两人同时处理");
		assertThatThrownBy(() -> this.transaction.executeWithoutResult((status) -> within("UserTask_Slow", "慢", () -> {
			DutyLogEntry read = this.entities.find(DutyLogEntry.class, entry.id());
			Thread quicker = new Thread(() -> this.transaction
				.executeWithoutResult((other) -> this.dutyLog.handle("cuihu", entry.serial(), "先到")));
			quicker.start();
			quicker.join();
			read.handled("后到");
			return null;
		}))).cause()
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("刚才已有人修改了这条记录")
			.rootCause()
			.isInstanceOf(StaleStateException.class);
		assertThat(changesOf(entry.id())).extracting(RecordChange::personalFields)
			.last()
			.isEqualTo("{\"handling\":{\"new\":\"先到\"}}");
	}

	@Test
	void unchangedRecordLeavesNoChange() {
		DutyLogEntry entry = enter("没有变化");
		this.transaction
			.executeWithoutResult((status) -> this.entities.find(DutyLogEntry.class, entry.id()).houseNumber());
		assertThat(changesOf(entry.id())).hasSize(1);
	}

	@Test
	void longestTextWithRareHanziIsKeptAsWritten() {
		String text = "𠮷😀<b>${1+1}</b>\n".repeat(500) + "字".repeat(10_000 - 500 * 18);
		DutyLogEntry entry = enter(text);
		DutyLogEntry read = this.transaction.execute((status) -> this.entities.find(DutyLogEntry.class, entry.id()));
		assertThat(read.matter()).isEqualTo(text).hasSize(10_000);
		assertThat(read.happenedAt()).isEqualTo(HAPPENED);
		assertThat(read.houseNumber()).isEqualTo("3-2-1501");
		assertThat(read.serial()).matches("ZB-\\d{4}-\\d{5}");
		assertThat(read.recordedAt()).isEqualTo(entry.recordedAt());
	}

	private DutyLogEntry enter(String matter) {
		return this.transaction.execute((status) -> this.dutyLog.enter("cuihu", null,
				this.houses.find("cuihu", "3-2-1501"), HAPPENED, matter, null));
	}

	private <T> T within(String activity, String name, Callable<T> call) {
		try {
			return this.work.during(new WorkContext(null, "trial", activity, name, "step"), call);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<RecordChange> changesOf(UUID record) {
		return this.entities
			.createQuery("select c from RecordChange c where c.entityId = :id order by c.changeNumber",
					RecordChange.class)
			.setParameter("id", record)
			.getResultList();
	}

	private long count() {
		return this.jdbc.queryForObject("select count(*) from record_change", Long.class)
				+ this.jdbc.queryForObject("select count(*) from duty_log_entry", Long.class);
	}

}
