package org.wuyeflow.record;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.ledger.Ledger;
import org.wuyeflow.record.ledger.SealState;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
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
		UUID id = this.entry.id();
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
