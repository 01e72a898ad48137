package org.wuyeflow.record;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A register of more rows than are counted or searched at once: one an hour, the first of
 * them about something else.
 */
@IntegrationTest
class LargeRegisterIT {

	private static final int ROWS = RegisterQuery.MOST_SEARCHED + 50;

	private static final LocalDateTime FIRST = LocalDateTime.parse("2021-01-01T00:00:00");

	private static final Pattern EARLIER = Pattern.compile("<a href=\"([^\"]*)\">继续往前查</a>");

	@LocalServerPort
	int port;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	private Visitor desk;

	@BeforeEach
	void enter() {
		List<Object[]> rows = IntStream.range(0, ROWS)
			.mapToObj((hour) -> new Object[] { id(hour), "ZB-2021-%06d".formatted(hour), FIRST.plusHours(hour),
					FIRST.plusHours(hour), (hour == 0) ? "水泵异响" : "楼道灯不亮" })
			.toList();
		this.transaction.executeWithoutResult((status) -> this.jdbc.batchUpdate("""
				insert into duty_log_entry (id, version, office_id, serial, recorded_at, recorded_by_id,
				recorded_by_name, record_status, happened_at, matter)
				values (?, 0, 'jinmao', ?, ?, 'front-desk-jinmao', '林晓梅', 'CLOSED', ?, ?)""", rows));
		this.desk = Visitor.loggedIn(this.port, "front-desk-jinmao");
	}

	@AfterEach
	void remove() {
		this.transaction.executeWithoutResult(
				(status) -> this.jdbc.update("delete from duty_log_entry where serial like 'ZB-2021-%'"));
	}

	@Test
	void rowsAreCountedAndPagedAsFarAsAnybodyPages() {
		assertThat(register("")).contains("共 10000 条以上，第 1 / 400 页");
		assertThat(register("?page=999")).contains("第 400 / 400 页").doesNotContain("rel=\"next\"");
		assertThat(register("?from=2021-02-01&to=2021-02-02")).contains("共 48 条，第 1 / 2 页");
	}

	@Test
	void searchSaysHowFarBackItLookedAndLeadsFurtherBack() {
		String recent = register("?text=" + encoded("楼道灯"));
		assertThat(recent).contains("共 1000 条以上，第 1 / 40 页");

		String nothing = register("?text=" + encoded("水泵"));
		assertThat(nothing).contains("没有符合条件的记录", "记录很多，只查到 2021-01-");
		Matcher earlier = EARLIER.matcher(nothing);
		assertThat(earlier.find()).isTrue();
		assertThat(this.desk.get(earlier.group(1).replace("&amp;", "&")).body()).contains("水泵异响", "共 1 条")
			.doesNotContain("只查到");
	}

	@Test
	void wholeNumberIsFoundHoweverOldItIs() {
		assertThat(register("?text=zb-2021-000000")).contains("水泵异响", "共 1 条").doesNotContain("只查到");
		assertThat(Visitor.target(this.desk.get("/records?find=ZB-2021-000000")))
			.isEqualTo("/records/duty-log/jinmao/ZB-2021-000000");
	}

	private String register(String query) {
		return this.desk.get("/records/duty-log" + query).body();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static byte[] id(long number) {
		UUID random = UUID.randomUUID();
		return ByteBuffer.allocate(16).putLong(number).putLong(random.getLeastSignificantBits()).array();
	}

}
