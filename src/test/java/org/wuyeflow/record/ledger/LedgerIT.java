package org.wuyeflow.record.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class LedgerIT {

	private static final Instant HAPPENED = Instant.parse("2026-03-05T06:30:00Z");

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Sealer sealer;

	@Autowired
	Ledger ledger;

	@Autowired
	LedgerTables tables;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void recordIsSealedOnceAndItsPageSaysSo() {
		DutyLogEntry entry = enter("电梯异响");
		assertThat(page(entry)).contains("尚未封存（2 秒内）");

		assertThat(this.sealer.seal()).isPositive();
		assertThat(this.sealer.seal()).isZero();
		long block = this.ledger.head().orElseThrow().block();
		assertThat(page(entry)).contains("第 " + block + " 块已封存，签名有效");
		assertThat(this.ledger.head().orElseThrow().line()).contains("第 " + block + " 块", "指纹");
	}

	@Test
	void lateCommitIsSealedWithTheNextBlock() {
		UUID[] late = new UUID[1];
		this.transaction.executeWithoutResult((status) -> {
			late[0] = this.dutyLog.enter("cuihu", null, null, HAPPENED, "先写后提交", null).id();
			Thread other = new Thread(() -> {
				enter("jinmao", "后写先提交");
				this.sealer.seal();
			});
			other.start();
			join(other);
		});
		assertThat(this.ledger.stateOf(List.of(late[0])).kind()).isEqualTo(SealState.Kind.WAITING);
		this.sealer.seal();
		assertThat(this.ledger.stateOf(List.of(late[0])).kind()).isEqualTo(SealState.Kind.SEALED);
	}

	@Test
	void ofTwoSealersTheSecondDoesNotWait() {
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.tables.lock()).isTrue();
			enterApart("同时封存");
			Thread other = new Thread(() -> assertThat(this.sealer.seal()).isZero());
			other.start();
			join(other);
		});
		assertThat(this.sealer.seal()).isPositive();
	}

	@Test
	void changedRowShowsOnItsPage() {
		DutyLogEntry entry = enter("有人改了数据库");
		this.sealer.seal();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("update record_change set staff_name = '别人' where entity_id = ?", bytes(entry.id()));
			assertThat(this.ledger.stateOf(List.of(entry.id())).sentence()).contains("块封存校验不符，请立即告知审计员");
			status.setRollbackOnly();
		});
	}

	@Test
	void rowWrittenPastTheApplicationIsNeverSealed() {
		DutyLogEntry entry = enter("伪造");
		this.sealer.seal();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("""
					insert into record_change (entity_id, change_number, entity, office_id, staff_id, staff_name,
						changed_at, fields, personal_fields, leaf, stamp)
					select entity_id, 1, entity, office_id, staff_id, staff_name, changed_at, '{}', '{}',
						personal_hash, stamp
					from record_change where entity_id = ?""", bytes(entry.id()));
			this.sealer.seal();
			assertThat(this.sealer.trouble()).isEqualTo(Sealer.Trouble.FOREIGN_CHANGES);
			assertThat(this.jdbc.queryForObject("""
					select count(*) from record_change
					where entity_id = ? and change_number = 1 and seal_number is null""", Long.class,
					bytes(entry.id())))
				.isOne();
			status.setRollbackOnly();
		});
		this.sealer.seal();
	}

	@Test
	void nothingIsBuiltOnAForgedSeal() {
		enter("第一块");
		this.sealer.seal();
		enter("第二块");
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("update ledger_seal set row_count = row_count + 1 where block_number = ?",
					this.ledger.head().orElseThrow().block());
			assertThat(this.sealer.seal()).isZero();
			assertThat(this.sealer.trouble()).isEqualTo(Sealer.Trouble.LAST_SEAL);
			status.setRollbackOnly();
		});
		assertThat(this.sealer.seal()).isPositive();
		assertThat(this.sealer.trouble()).isEqualTo(Sealer.Trouble.NONE);
	}

	private String page(DutyLogEntry entry) {
		return Visitor.loggedIn(this.port, "auditor").get("/records/duty-log/cuihu/" + entry.serial()).body();
	}

	private DutyLogEntry enter(String matter) {
		return enter("cuihu", matter);
	}

	private DutyLogEntry enter(String office, String matter) {
		return this.transaction.execute((status) -> this.dutyLog.enter(office, null, null, HAPPENED, matter, null));
	}

	private void enterApart(String matter) {
		Thread other = new Thread(() -> enter(matter));
		other.start();
		join(other);
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
