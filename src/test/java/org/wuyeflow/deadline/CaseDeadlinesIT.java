package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class CaseDeadlinesIT {

	private static final Ladder LADDER = Ladder.of(LadderStep.of(75, null, false),
			LadderStep.of(100, "assistant-manager", true));

	private final String number = "T-" + UUID.randomUUID().toString().substring(0, 12);

	private final Promise promise = Promise.first("cuihu", this.number, Purpose.RETURN);

	@Autowired
	CaseDeadlines deadlines;

	@Autowired
	EntityManager entities;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void deadlineAndItsLedgerAreKeptAsTheyAre() {
		Instant start = now();
		CaseDeadline set = this.deadlines.set(this.promise, start, Limit.parse("12小时"), LADDER);
		this.deadlines.pause(this.number, Purpose.RETURN, PauseCause.CUSTOMER, start.plus(Duration.ofDays(3)), "等业主回来",
				new Told(start, "电话"));
		this.deadlines.resume(this.number, Purpose.RETURN);
		this.deadlines.extend(this.number, Purpose.RETURN, start.plus(Duration.ofDays(2)), "业主出差");
		this.deadlines.decide(this.number, Purpose.RETURN, now());

		CaseDeadline read = this.deadlines.find(this.number, Purpose.RETURN).orElseThrow();
		assertThat(read.startedAt()).isEqualTo(start);
		assertThat(read.dueAt()).isEqualTo(start.plus(Duration.ofDays(2)));
		assertThat(read.kept()).isTrue();
		assertThat(read.ladder().steps()).hasSize(2).isNotEqualTo(set.ladder().steps());
		assertThat(this.deadlines.ledger(this.number)).extracting(DeadlineEntry::kind)
			.containsExactly(EntryKind.SET, EntryKind.PAUSED, EntryKind.RESUMED, EntryKind.EXTENDED, EntryKind.KEPT);
		assertThat(this.deadlines.ledger(this.number).get(1).what()).contains("归还：等待顾客，暂停到")
			.endsWith("。原因：等业主回来（已电话告知）");
	}

	@Test
	void caseThatIsTakenUpAgainGetsANewDeadlineAndTheVerdictStays() {
		this.deadlines.set(this.promise, now(), Limit.parse("12小时"), LADDER);
		this.deadlines.decide(this.number, Purpose.RETURN, now());
		CaseDeadline second = this.deadlines.set(new Promise("cuihu", this.number, Purpose.RETURN, 2), now(),
				Limit.parse("7天"), LADDER);

		assertThat(this.deadlines.of(this.number)).extracting(CaseDeadline::kept).containsExactly(true, null);
		assertThat(this.deadlines.find(this.number, Purpose.RETURN).map(CaseDeadline::id)).contains(second.id());
		assertThat(this.deadlines.openCases()).contains(this.number);
	}

	@Test
	void lineOfTheLedgerIsNeitherChangedNorDeleted() {
		this.deadlines.set(this.promise, now(), Limit.parse("12小时"), LADDER);
		UUID line = this.deadlines.ledger(this.number).get(0).id();

		assertThatThrownBy(() -> this.transaction.executeWithoutResult(
				(status) -> ReflectionTestUtils.setField(this.entities.find(DeadlineEntry.class, line), "text", "改过的")))
			.rootCause()
			.isInstanceOf(Refusal.class)
			.hasMessage("时限台账只能添加，不能修改。");
		assertThatThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.entities.remove(this.entities.find(DeadlineEntry.class, line))))
			.rootCause()
			.isInstanceOf(Refusal.class);
		assertThat(this.deadlines.ledger(this.number)).singleElement()
			.satisfies((entry) -> assertThat(entry.text()).startsWith("12小时"));
	}

	@Test
	void movesAreKeptInTheChangeLogToo() {
		CaseDeadline deadline = this.deadlines.set(this.promise, now(), Limit.parse("12小时"), LADDER);
		this.deadlines.decide(this.number, Purpose.RETURN, now());

		assertThat(this.jdbc.queryForList("select fields from record_change where case_number = ? and entity = ?",
				String.class, this.number, "CaseDeadline"))
			.hasSize(2)
			.anySatisfy((fields) -> assertThat(fields).contains("\"state\":{\"old\":\"RUNNING\",\"new\":\"DECIDED\"}"));
		assertThat(deadline.office()).isEqualTo("cuihu");
	}

	@Test
	void unknownDeadlineIsNotFound() {
		assertThatThrownBy(() -> this.deadlines.resume("T-0", Purpose.RETURN)).isInstanceOf(Refusal.class)
			.hasMessage("业务 T-0 没有「归还」的时限。");
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

}
