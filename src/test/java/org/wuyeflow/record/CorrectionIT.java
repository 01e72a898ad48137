package org.wuyeflow.record;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class CorrectionIT {

	private static final String REASON = "登记时听错了电话";

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	private DutyLogEntry entry;

	private Visitor desk;

	private Visitor supervisor;

	@BeforeEach
	void close() {
		this.entry = this.transaction.execute((status) -> {
			DutyLogEntry made = this.dutyLog.enter("cuihu", "TS-2026-00043", null,
					Instant.parse("2026-03-05T06:30:00Z"), "业主来电13812345678", null);
			return this.dutyLog.handle("cuihu", made.serial(), "已电告");
		});
		this.desk = Visitor.loggedIn(this.port, "front-desk");
		this.supervisor = Visitor.loggedIn(this.port, "cs-supervisor");
	}

	@Test
	void correctionTakesEffectOnceASecondPersonAgrees() {
		assertThat(propose(this.desk, "matter", "业主来电13987654321", REASON).statusCode()).isEqualTo(302);
		assertThat(matter()).isEqualTo("业主来电13812345678");
		assertThat(this.supervisor.get("/records").body()).contains("待复核的更正（");
		assertThat(this.supervisor.get("/records/corrections").body()).contains(this.entry.serial(), REASON, "林晓梅");
		assertThat(this.supervisor.get(correction()).body()).contains("业主来电138****5678", "业主来电139****4321", "同意更正");

		assertThat(decide(this.supervisor, "confirm").statusCode()).isEqualTo(302);
		assertThat(matter()).isEqualTo("业主来电13987654321");
		assertThat(this.desk.get(path()).body()).contains("已更正", REASON, "更正（林晓梅提出）", "业主来电138****5678",
				"业主来电139****4321");
		List<Map<String, Object>> changes = this.jdbc.queryForList("""
				select c.entity, c.staff_id, c.case_number, c.personal_fields from record_change c
				where c.entity_id in (select x.id from record_correction x where x.serial = ?)
				or c.entity_id = (select d.id from duty_log_entry d where d.serial = ? and d.office_id = 'cuihu')
				order by c.changed_at""", this.entry.serial(), this.entry.serial());
		assertThat(changes).hasSize(5);
		assertThat(changes).filteredOn((change) -> change.get("entity").equals("RecordCorrection"))
			.extracting((change) -> change.get("staff_id"))
			.containsExactly("front-desk", "cs-supervisor");
		assertThat(changes)
			.filteredOn((change) -> change.get("entity").equals("DutyLogEntry")
					&& change.get("staff_id").equals("cs-supervisor"))
			.singleElement()
			.satisfies((change) -> assertThat(change.get("personal_fields").toString()).contains("13812345678",
					"13987654321"));
	}

	@Test
	void nobodyDecidesWhatHeAskedForHimself() {
		propose(this.supervisor, "handling", "已上门处理", REASON);
		assertThat(this.supervisor.get(correction()).body()).contains("须由另一位同事复核").doesNotContain("同意更正");
		assertThat(decide(this.supervisor, "confirm").statusCode()).isEqualTo(403);
		assertThat(decide(this.desk, "confirm").statusCode()).as("front desk confirms nothing").isEqualTo(403);
		assertThat(decide(Visitor.loggedIn(this.port, "auditor"), "confirm").statusCode()).isEqualTo(403);
		assertThat(decide(Visitor.loggedIn(this.port, "cs-supervisor-jinmao"), "confirm").statusCode()).isEqualTo(404);
		assertThat(handling()).isEqualTo("已电告");
		assertThat(decide(this.supervisor, "withdraw").statusCode()).isEqualTo(302);
		assertThat(decide(Visitor.loggedIn(this.port, "cs-lead"), "confirm").statusCode()).isEqualTo(409);
	}

	@Test
	void correctionThatIsTurnedDownChangesNothing() {
		propose(this.desk, "handling", "已上门处理", REASON);
		assertThat(decide(this.supervisor, "reject").body()).contains("请写明不同意的理由");
		assertThat(this.supervisor
			.form(correction() + "/reject", Map.of("remark", "与值班录音不符", "_csrf", this.supervisor.tokenOn("/")))
			.statusCode()).isEqualTo(302);
		assertThat(handling()).isEqualTo("已电告");
		assertThat(this.desk.get(path()).body()).contains("未同意", "与值班录音不符");
	}

	@Test
	void whatDoesNotFitIsRefused() {
		assertThat(propose(this.desk, "handling", "已电告", REASON).body()).contains("更正后的内容与原来相同");
		assertThat(propose(this.desk, "handling", "已上门", "错").body()).contains("请写明更正的理由");
		assertThat(propose(this.desk, "matter", " ", REASON).body()).contains("“事项”不能为空");
		assertThat(propose(this.desk, "matter", "字".repeat(10_001), REASON).statusCode()).isEqualTo(400);
		assertThat(propose(this.desk, "happenedAt", "昨天", REASON).body()).contains("“发生时间”填写的内容不对");
		for (String fixed : new String[] { "serial", "recordedAt", "recordStatus", "id", "office", "nothing" }) {
			assertThat(propose(this.desk, fixed, "x", REASON).statusCode()).as(fixed).isEqualTo(400);
		}
		assertThat(propose(this.desk, "happenedAt", "2026-03-05T15:00", REASON).statusCode()).isEqualTo(302);
		assertThat(propose(this.desk, "happenedAt", "2026-03-05T16:00", REASON).statusCode()).as("one at a time")
			.isEqualTo(409);
	}

	@Test
	void recordThatIsOpenIsNotCorrected() {
		this.entry = this.transaction.execute(
				(status) -> this.dutyLog.enter("cuihu", null, null, Instant.parse("2026-03-05T06:30:00Z"), "巡查", null));
		assertThat(propose(this.desk, "matter", "夜间巡查", REASON).statusCode()).isEqualTo(409);
		assertThat(this.desk.get(path()).body()).doesNotContain("/correct");
	}

	@Test
	void oneOfTwoWhoDecideAtTheSameTimeIsTold() throws Exception {
		propose(this.desk, "handling", "已上门处理", REASON);
		Visitor lead = Visitor.loggedIn(this.port, "cs-lead");
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			List<Callable<Integer>> decisions = List.of(() -> decide(this.supervisor, "confirm").statusCode(),
					() -> decide(lead, "confirm").statusCode());
			assertThat(both.invokeAll(decisions).stream().map(CorrectionIT::value).toList())
				.containsExactlyInAnyOrder(302, 409);
		}
		finally {
			both.shutdown();
		}
		assertThat(handling()).isEqualTo("已上门处理");
	}

	private static int value(Future<Integer> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void refusedCorrectionKeepsWhatWasTyped() {
		HttpResponse<String> refused = propose(this.desk, "matter", "业主来电13987654321，漏写了门牌", "错");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("请写明更正的理由", "业主来电13987654321，漏写了门牌", ">错</textarea>");
	}

	@Test
	void whatIsHiddenIsCorrectedOnTopOfTheWholeTextOnceItWasLookedAt() {
		assertThat(this.desk.get(path() + "/correct?field=matter").body()).contains("显示完整内容", "138****5678")
			.doesNotContain("13812345678");
		String opened = Visitor.target(this.desk.form(path() + "/look",
				Map.of("way", "CORRECTION", "field", "matter", "reason", "更正记录", "_csrf", this.desk.tokenOn("/"))));
		assertThat(this.desk.get(opened).body()).contains("业主来电13812345678</textarea>").doesNotContain("显示完整内容");
		assertThat(this.supervisor.get(opened).body()).doesNotContain("13812345678");
		assertThat(this.desk.get(path()).body()).contains("更正记录");
	}

	private HttpResponse<String> propose(Visitor by, String field, String corrected, String reason) {
		return by.form(path() + "/correct",
				Map.of("field", field, "corrected", corrected, "reason", reason, "_csrf", by.tokenOn("/")));
	}

	private HttpResponse<String> decide(Visitor by, String decision) {
		return by.form(correction() + "/" + decision, Map.of("remark", "", "_csrf", by.tokenOn("/")));
	}

	private String correction() {
		String page = this.desk.get(path()).body();
		int at = page.indexOf("/records/corrections/");
		if (at < 0) {
			byte[] id = this.jdbc.queryForObject("select id from record_correction where serial = ?", byte[].class,
					this.entry.serial());
			java.nio.ByteBuffer halves = java.nio.ByteBuffer.wrap(id);
			return "/records/corrections/" + new java.util.UUID(halves.getLong(), halves.getLong());
		}
		return page.substring(at, page.indexOf('"', at));
	}

	private String matter() {
		return column("matter");
	}

	private String handling() {
		return column("handling");
	}

	private String column(String name) {
		return this.jdbc.queryForObject(
				"select " + name + " from duty_log_entry where office_id = 'cuihu' and serial = ?", String.class,
				this.entry.serial());
	}

	private String path() {
		return "/records/duty-log/cuihu/" + this.entry.serial();
	}

}
