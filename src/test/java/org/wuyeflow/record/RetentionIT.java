package org.wuyeflow.record;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.attachment.AttachmentKind;
import org.wuyeflow.record.attachment.Attachments;
import org.wuyeflow.record.attachment.Folder;
import org.wuyeflow.record.ledger.Ledger;
import org.wuyeflow.record.ledger.SealState;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Pictures;
import org.wuyeflow.support.TestDatabase;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RetentionIT {

	/** The duty log is kept for three years. */
	private static final Duration OVER = Duration.ofDays(3 * 366);

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Retention retention;

	@Autowired
	Attachments attachments;

	@Autowired
	Ledger ledger;

	@Autowired
	ApplicationContext context;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Clock clock;

	private DutyLogEntry entry;

	@BeforeEach
	void closeAnEntry() {
		this.entry = this.transaction.execute((status) -> {
			DutyLogEntry made = this.dutyLog.enter("cuihu", null, null, Instant.parse("2026-03-05T06:30:00Z"),
					"业主张三来电13812345678", null);
			this.dutyLog.handle("cuihu", made.serial(), "已答复张三");
			return made;
		});
		seal();
	}

	@AfterEach
	void resetClock() {
		ClockUtil.reset();
	}

	@Test
	void personalDataIsErasedWhenTheYearsAreOverAndTheSealsStillHold() {
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(OVER)));
		assertThat(this.retention.eraseDue()).isPositive();
		assertThat(this.retention.eraseDue()).isZero();
		seal();

		assertThat(this.jdbc.queryForList("select matter, handling from duty_log_entry where id = ?", id()))
			.singleElement()
			.satisfies((row) -> assertThat(row.get("matter")).isEqualTo(""))
			.satisfies((row) -> assertThat(row.get("handling")).isNull());
		assertThat(this.jdbc.queryForList("select fields, personal_fields from record_change where entity_id = ?", id())
			.toString()).doesNotContain("张三").doesNotContain("13812345678").contains("@personal");
		assertThat(this.ledger.stateOf(List.of(this.entry.id())).kind()).isEqualTo(SealState.Kind.SEALED);
		assertThat(page("front-desk")).contains("已按保存期限清除", "按保存期限清除个人信息", "块已封存，签名有效", this.entry.serial())
			.doesNotContain("张三");
	}

	@Test
	void nothingPersonalIsLeftAnywhereOfARecordOutsideOfACase() {
		writeAbout(null);
		assertThat(placesThatHold("郝难忘")).contains("duty_log_entry.matter", "record_correction.old_value",
				"record_correction.new_value", "record_correction.reason", "record_correction.remark",
				"attachment.file_name", "attachment.withdrawal_reason", "attachment_content.content",
				"record_look.reason", "legal_hold.reason", "record_change.personal_fields");
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(OVER)));
		this.retention.eraseDue();

		assertThat(placesThatHold("郝难忘")).isEmpty();
		assertThat(filesOf(this.entry)).isZero();
		assertThat(page("front-desk")).contains("（已按保存期限清除）", this.entry.serial());
		Visitor supervisor = Visitor.loggedIn(this.port, "cs-supervisor");
		UUID attachment = this.attachments.in(Folder.of(this.entry)).get(0).id();
		assertThat(supervisor.get("/attachments/" + attachment).body()).contains("这个附件已按保存期限清除");
		assertThat(supervisor.get("/attachments/" + attachment + "/thumbnail").statusCode()).isEqualTo(404);
		assertThat(attach("郝难忘2.jpg").body()).contains("个人信息已经清除");
		assertThat(correct("再更正").body()).contains("个人信息已经清除");
		assertThat(this.retention.eraseDue()).isZero();
	}

	@Test
	void nothingPersonalIsLeftAnywhereOfACase() {
		writeAbout("ZX-2026-00077");
		assertThat(placesThatHold("郝难忘")).contains("record_correction.new_value", "attachment_content.content");
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(OVER)));
		this.retention.eraseDue();
		assertThat(placesThatHold("郝难忘")).isEmpty();
		assertThat(this.jdbc.queryForObject("""
				select count(*) from attachment_content c join attachment a on a.id = c.attachment_id
				where a.case_number = 'ZX-2026-00077'""", Long.class)).isZero();
	}

	@Test
	void caseThatEnteredNoRegisterIsErasedAfterTheLongestRetention() {
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("front-desk", null, List.of()));
		Folder folder = Folder.ofCase("cuihu", "ZX-2026-00078");
		this.attachments.attach(folder, AttachmentKind.MANDATE, "郝难忘.pdf", Pictures.pdf("郝难忘"));
		SecurityContextHolder.clearContext();
		int years = Stream.of(QualityForm.values()).mapToInt(QualityForm::retentionYears).max().orElseThrow();
		Instant end = this.clock.instant().atZone(this.clock.getZone()).plusYears(years).toInstant();

		ClockUtil.setCurrentTime(Date.from(end.minus(Duration.ofMinutes(1))));
		this.retention.eraseDue();
		assertThat(placesThatHold("郝难忘")).contains("attachment_content.content");
		ClockUtil.setCurrentTime(Date.from(end.plus(Duration.ofMinutes(1))));
		this.retention.eraseDue();
		assertThat(placesThatHold("郝难忘")).isEmpty();
	}

	@Test
	void holdKeepsFilesAndCorrectionsToo() {
		writeAbout(null);
		Visitor manager = Visitor.loggedIn(this.port, "office-manager");
		submit(manager, "/hold", "业主起诉", "");
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(OVER)));
		this.retention.eraseDue();
		assertThat(placesThatHold("郝难忘")).contains("record_correction.old_value", "attachment_content.content",
				"record_look.reason");
		assertThat(filesOf(this.entry)).isEqualTo(2);
		submit(Visitor.loggedIn(this.port, "general-manager"), "/lift-hold", "已结案", "");
		this.retention.eraseDue();
		assertThat(placesThatHold("郝难忘")).isEmpty();
	}

	/** Leaves traces of somebody wherever the work on a record leaves any. */
	private void writeAbout(String caseNumber) {
		this.entry = this.transaction.execute((status) -> {
			DutyLogEntry made = this.dutyLog.enter("cuihu", caseNumber, null, Instant.parse("2026-03-05T06:30:00Z"),
					"郝难忘来电", null);
			return this.dutyLog.handle("cuihu", made.serial(), "已答复郝难忘");
		});
		attach("郝难忘的照片.jpg");
		attach("郝难忘的信.pdf");
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		this.attachments.in(Folder.of(this.entry))
			.forEach((attachment) -> desk.form("/attachments/" + attachment.id() + "/withdrawal",
					Map.of("reason", "不是郝难忘", "_csrf", desk.tokenOn("/"))));
		correct("郝难忘先生来电");
		Visitor supervisor = Visitor.loggedIn(this.port, "cs-supervisor");
		String correction = "/records/corrections/" + this.jdbc
			.query("select id from record_correction where record_id = ?", (row, index) -> uuid(row.getBytes(1)), id())
			.get(0);
		assertThat(
				supervisor.form(correction + "/reject", Map.of("remark", "与郝难忘核实过", "_csrf", supervisor.tokenOn("/")))
					.statusCode())
			.isEqualTo(302);
		assertThat(supervisor
			.form(path() + "/look", Map.of("way", "PAGE", "reason", "给郝难忘回电", "_csrf", supervisor.tokenOn("/")))
			.statusCode()).isEqualTo(302);
		submit(Visitor.loggedIn(this.port, "office-manager"), "/hold", "郝难忘起诉", "");
		submit(Visitor.loggedIn(this.port, "office-manager"), "/lift-hold", "郝难忘撤诉", "");
		seal();
	}

	private HttpResponse<String> attach(String name) {
		return Visitor.loggedIn(this.port, "front-desk")
			.upload(path() + "/attachments", Map.of("kind", "PHOTO"), name,
					name.endsWith("pdf") ? Pictures.pdf("郝难忘") : Pictures.jpeg(30, 20, Color.RED, Color.BLUE));
	}

	private HttpResponse<String> correct(String matter) {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		return desk.form(path() + "/correct",
				Map.of("field", "matter", "corrected", matter, "reason", "录音里是郝难忘", "_csrf", desk.tokenOn("/")));
	}

	private long filesOf(DutyLogEntry record) {
		return this.attachments.in(Folder.of(record))
			.stream()
			.filter((attachment) -> this.jdbc.queryForObject(
					"select count(*) from attachment_content where attachment_id = ?", Long.class,
					bytes(attachment.id())) > 0)
			.count();
	}

	/** All columns of the database, ours and the engine's, in which these words stand. */
	private Set<String> placesThatHold(String words) {
		Set<String> places = new TreeSet<>();
		String quote = TestDatabase.onMySql() ? "`" : "\"";
		for (Map<String, Object> table : tables()) {
			String name = table.get("table_name").toString();
			for (Map<String, Object> row : this.jdbc.queryForList("select * from " + quote + name + quote)) {
				row.forEach((column, value) -> {
					String text = (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8)
							: String.valueOf(value);
					if (text.contains(words)) {
						places.add((name + "." + column).toLowerCase(Locale.ROOT));
					}
				});
			}
		}
		return places;
	}

	private List<Map<String, Object>> tables() {
		return this.jdbc.queryForList("""
				select table_name as table_name from information_schema.tables
				where table_schema = %s and table_type = 'BASE TABLE'"""
			.formatted(TestDatabase.onMySql() ? "database()" : "schema()"));
	}

	@Test
	void nothingIsErasedADayBefore() {
		ClockUtil.setCurrentTime(
				Date.from(this.clock.instant().atZone(this.clock.getZone()).plusYears(3).minusMinutes(1).toInstant()));
		this.retention.eraseDue();
		assertThat(matter()).contains("张三");
		ClockUtil
			.setCurrentTime(Date.from(this.clock.instant().atZone(this.clock.getZone()).plusMinutes(2).toInstant()));
		this.retention.eraseDue();
		assertThat(matter()).isEmpty();
	}

	@Test
	void holdOfAManagerStopsIt() {
		Visitor manager = Visitor.loggedIn(this.port, "office-manager");
		assertThat(submit(manager, "/hold", "业主起诉", "").statusCode()).isEqualTo(302);
		assertThat(page("office-manager")).contains("法律保留", "业主起诉", "至解除为止", "解除法律保留");

		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(OVER)));
		this.retention.eraseDue();
		assertThat(matter()).contains("张三");

		Visitor later = Visitor.loggedIn(this.port, "general-manager");
		assertThat(submit(later, "/lift-hold", "已结案", "").statusCode()).isEqualTo(302);
		this.retention.eraseDue();
		assertThat(matter()).isEmpty();
	}

	@Test
	void holdEndsWithItsLastDay() {
		LocalDate last = LocalDate.ofInstant(this.clock.instant().plus(OVER), this.clock.getZone());
		assertThat(
				submit(Visitor.loggedIn(this.port, "quality-management"), "/hold", "调查", last.toString()).statusCode())
			.isEqualTo(302);
		assertThat(this.jdbc.queryForList("select hold_until from legal_hold").toString()).contains(last.toString());
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(OVER)));
		this.retention.eraseDue();
		assertThat(matter()).contains("张三");
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(Duration.ofDays(1))));
		this.retention.eraseDue();
		assertThat(matter()).isEmpty();
	}

	@Test
	void othersMayNotHoldAndAreTold() {
		for (String user : List.of("front-desk", "auditor", "cs-supervisor")) {
			HttpResponse<String> answer = submit(Visitor.loggedIn(this.port, user), "/hold", "x", "");
			assertThat(answer.statusCode()).as(user).isEqualTo(403);
			assertThat(page(user)).doesNotContain("设定法律保留");
		}
		HttpResponse<String> other = submit(Visitor.loggedIn(this.port, "office-manager-jinmao"), "/hold", "x", "");
		assertThat(other.statusCode()).isEqualTo(403);
		HttpResponse<String> without = submit(Visitor.loggedIn(this.port, "office-manager"), "/hold", " ", "");
		assertThat(without.statusCode()).isEqualTo(400);
		assertThat(without.body()).contains("请写明理由。");
	}

	private HttpResponse<String> submit(Visitor visitor, String what, String reason, String until) {
		return visitor.form(path() + what,
				Map.of("reason", reason, "until", until, "_csrf", visitor.tokenOn("/records")));
	}

	private String matter() {
		return this.jdbc.queryForObject("select matter from duty_log_entry where id = ?", String.class, id());
	}

	private byte[] id() {
		return bytes(this.entry.id());
	}

	private static UUID uuid(byte[] bytes) {
		ByteBuffer halves = ByteBuffer.wrap(bytes);
		return new UUID(halves.getLong(), halves.getLong());
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	private String path() {
		return "/records/duty-log/cuihu/" + this.entry.serial();
	}

	private String page(String user) {
		return Visitor.loggedIn(this.port, user).get(path()).body();
	}

	private void seal() {
		ReflectionTestUtils.invokeMethod(this.context.getBean("sealer"), "seal");
	}

}
