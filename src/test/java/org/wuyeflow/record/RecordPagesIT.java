package org.wuyeflow.record;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RecordPagesIT {

	private static final String MATTER = "<b>业主𠮷先生</b> 电话13812345678 ${1+1}";

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Houses houses;

	@Autowired
	Work work;

	@Autowired
	Clock clock;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	private DutyLogEntry entry;

	@BeforeEach
	void enter() throws Exception {
		this.entry = this.transaction.execute((status) -> this.dutyLog.enter("cuihu", "TS-2026-00042",
				this.houses.find("cuihu", "3栋2单元1501"), Instant.parse("2026-03-05T06:30:00Z"), MATTER, null));
		this.work.during(new WorkContext(null, "trial", "UserTask_Handle", "处理值班事项", "1"), () -> this.transaction
			.execute((status) -> this.dutyLog.handle("cuihu", this.entry.serial(), "已电告021-50001234")));
	}

	@Test
	void registersAreListedForStaff() {
		String page = as("front-desk").get("/records").body();
		assertThat(page).contains("href=\"/records/duty-log\"", "值班记录表", "WY7.5.4-G01-F1", "未启用")
			.containsPattern("duty-log\\?from=[0-9-]+&amp;to=[0-9-]+\">\\d+</a>");
	}

	@Test
	void deskSeesTheRecordAndItsChangesMaskedUntilItSaysWhy() {
		Visitor visitor = as("front-desk");
		HttpResponse<String> answer = visitor.get(path());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body())
			.contains("&lt;b&gt;业主𠮷先生&lt;/b&gt; 电话138****5678 ${1+1}", "3-2-1501", "TS-2026-00042", "2026-03-05 14:30")
			.contains("<del>办理中</del>", "<ins>已办结</ins>", "<ins>已电告021*****1234</ins>", "处理值班事项")
			.doesNotContain("13812345678", "50001234", "查看个人信息的记录");
		HttpResponse<String> opened = look(visitor, "PAGE", "联系顾客");
		assertThat(opened.body())
			.contains("&lt;b&gt;业主𠮷先生&lt;/b&gt; 电话13812345678 ${1+1}", "<ins>已电告021-50001234</ins>")
			.contains("查看个人信息的记录", "林晓梅", "联系顾客");
	}

	@Test
	void lookIsForWhoTookItForWhatHeTookItForAndForTenMinutes() {
		Visitor visitor = as("front-desk");
		String opened = Visitor.target(visitor.form(path() + "/look",
				Map.of("way", "PAGE", "reason", "联系顾客", "_csrf", visitor.tokenOn(path()))));
		String look = opened.substring(opened.indexOf("?look="));
		assertThat(visitor.get(path() + look).body()).contains("13812345678");
		assertThat(as("steward").get(path() + look).body()).doesNotContain("13812345678");
		assertThat(visitor.get("/records/duty-log" + look).body()).contains("13812345678");
		assertThat(TakenOut.text(visitor.bytes(path() + ".pdf" + look))).contains("138****5678")
			.doesNotContain("13812345678");
		ClockUtil.offset(Duration.ofMinutes(11).toMillis());
		try {
			assertThat(visitor.get(path() + look).body()).doesNotContain("13812345678");
		}
		finally {
			ClockUtil.reset();
		}
	}

	@Test
	void whoeverMayNotSeePersonalDataCannotTakeALookNorAnybodyWithoutAReason() {
		Visitor visitor = as("front-desk");
		assertThat(look(visitor, "PAGE", " ").body()).contains("请写明查看个人信息的原因");
		assertThat(look(visitor, "EXPORT", "联系顾客").statusCode()).isEqualTo(400);
		Visitor engineer = as("engineering");
		assertThat(engineer.get(path()).body()).contains("个人信息已部分隐藏").doesNotContain("/look");
		assertThat(look(engineer, "PAGE", "联系顾客").statusCode()).isEqualTo(403);
		Visitor other = as("front-desk-jinmao");
		assertThat(look(other, "PAGE", "联系顾客").statusCode()).isEqualTo(404);
		assertThat(this.jdbc.queryForObject("select count(*) from record_look where serial = ? and office_id = 'cuihu'",
				Integer.class, this.entry.serial()))
			.isZero();
	}

	@Test
	void lookAtOnePageOfTheListOpensItsRowsAndNoOthers() {
		Visitor visitor = as("cs-supervisor");
		String asked = "?text=" + this.entry.serial();
		assertThat(visitor.get("/records/duty-log" + asked).body()).contains("电话138****5678");
		HttpResponse<String> answer = visitor.form("/records/duty-log/look", Map.of("target", "PAGE", "reason",
				"本页抽查核对", "text", this.entry.serial(), "_csrf", visitor.tokenOn("/records/duty-log" + asked)));
		String opened = Visitor.target(answer);
		assertThat(visitor.get(opened).body()).contains("电话13812345678");
		assertThat(visitor.get(path()).body()).contains("本页抽查核对", "查看个人信息的记录");
		assertThat(this.jdbc.queryForObject("select count(*) from record_look where reason = '本页抽查核对' and serial <> ?",
				Integer.class, this.entry.serial()))
			.isZero();
	}

	@Test
	void columnsThatHoldNothingAreNamedInOneLine() {
		DutyLogEntry bare = this.transaction.execute((status) -> this.dutyLog.enter("cuihu", null, null,
				Instant.parse("2026-03-05T06:30:00Z"), MATTER, null));
		assertThat(as("front-desk").get("/records/duty-log/cuihu/" + bare.serial()).body())
			.contains("未填写：业务编号、房号、处理情况", "<dt>事项</dt>")
			.doesNotContain("<dt>房号</dt>");
		assertThat(as("front-desk").get(path()).body()).doesNotContain("未填写");
	}

	@ParameterizedTest
	@ValueSource(strings = { "engineering", "auditor", "general-manager" })
	void whoeverNeedNotSeeThemReadsNumbersMasked(String user) {
		Visitor visitor = as(user);
		assertThat(visitor.get(path()).body()).contains("电话138****5678", "已电告021*****1234", "个人信息已部分隐藏")
			.doesNotContain("13812345678", "50001234");
		assertThat(visitor.get("/records/duty-log?office=cuihu").body()).contains("电话138****5678", this.entry.serial())
			.doesNotContain("13812345678");
	}

	@Test
	void otherOfficeFindsNothing() {
		Visitor other = as("front-desk-jinmao");
		HttpResponse<String> answer = other.get(path());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("没有找到这条记录，或者它不属于您的管理处。").doesNotContain("𠮷先生");
		assertThat(other.get("/records/duty-log?office=cuihu").statusCode()).isEqualTo(404);
		assertThat(other.get("/records/duty-log").body()).doesNotContain("𠮷先生");
		HttpResponse<String> json = other.with("Accept", "application/json").get(path());
		assertThat(json.statusCode()).isEqualTo(404);
		assertThat(json.body()).contains("\"message\":\"没有找到这条记录，或者它不属于您的管理处。\"");
	}

	@Test
	void visitorIsSentToLogIn() {
		for (String path : new String[] { "/records", "/records/duty-log", path() }) {
			HttpResponse<String> answer = Visitor.at(this.port).get(path);
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location"))
				.hasValueSatisfying((to) -> assertThat(to).contains("/login"));
			assertThat(answer.body()).doesNotContain(this.entry.serial());
		}
	}

	@Test
	void listIsFilteredByDayInOfficeTime() {
		LocalDate today = LocalDate.now(this.clock);
		Visitor visitor = as("cs-supervisor");
		assertThat(visitor.get("/records/duty-log?from=" + today + "&to=" + today).body())
			.contains(this.entry.serial());
		assertThat(visitor.get("/records/duty-log?from=" + today.plusDays(1)).body()).contains("没有符合条件的记录");
		assertThat(visitor.get("/records/duty-log?to=" + today.minusDays(1)).body()).contains("没有符合条件的记录");
		assertThat(visitor.get("/records/duty-log?office=&from=&to=").statusCode()).isEqualTo(200);
	}

	@Test
	void listIsPagedNewestFirst() throws Exception {
		for (int i = 0; i < RecordReader.PAGE_SIZE; i++) {
			enter();
		}
		Visitor visitor = as("front-desk");
		String first = visitor.get("/records/duty-log").body();
		assertThat(first).contains(this.entry.serial(), "下一页").doesNotContain("上一页");
		assertThat(visitor.get("/records/duty-log?page=2").body()).contains("上一页").doesNotContain(this.entry.serial());
		assertThat(visitor.get("/records/duty-log?page=2147483647").body()).contains("上一页").doesNotContain("下一页");
	}

	@Test
	void wrongAddressIsAnsweredInChinese() {
		Visitor visitor = as("front-desk");
		assertThat(visitor.get("/records/none").statusCode()).isEqualTo(404);
		assertThat(visitor.get("/records/none").body()).contains("没有这本登记簿。");
		HttpResponse<String> date = visitor.get("/records/duty-log?from=gestern");
		assertThat(date.statusCode()).isEqualTo(400);
		assertThat(date.body()).contains("请检查日期和页码");
	}

	@Test
	void registerOfALaterProcedureIsEmpty() {
		assertThat(as("front-desk").get("/records/house-takeover").body()).contains("房屋接管验收记录", "还没有记录");
	}

	@Test
	void recordIsFoundByItsNumberOrThatOfItsCase() {
		Visitor visitor = as("front-desk");
		assertThat(
				Visitor.target(visitor.get("/records?find=" + this.entry.serial().toLowerCase(java.util.Locale.ROOT))))
			.isEqualTo(path());
		assertThat(visitor.get("/records?find=TS-2026-00042").body()).contains(this.entry.serial(), "翠湖花园管理处");
		assertThat(visitor.get("/records?find=ZB-2026-99999").body()).contains("没有找到 ZB-2026-99999");
		assertThat(visitor.get("/records?find=" + encoded("漏水")).statusCode()).isEqualTo(400);
		assertThat(as("front-desk-jinmao").get("/records?find=TS-2026-00042").body())
			.doesNotContain("/cuihu/" + this.entry.serial());
	}

	@Test
	void textIsSearchedInWhatTheReaderSeesOnly() throws Exception {
		this.transaction.execute((status) -> this.dutyLog.enter("cuihu", null, null,
				Instant.parse("2026-03-05T06:30:00Z"), "电梯A异响100%_!，电话13698765432", null));
		Visitor desk = as("front-desk");
		Visitor engineer = as("engineering");
		for (String seen : new String[] { "电梯a异响", "100%_!", "13698765432" }) {
			assertThat(desk.get("/records/duty-log?text=" + encoded(seen)).body()).as(seen).contains("电梯A异响");
		}
		assertThat(engineer.get("/records/duty-log?text=" + encoded("电梯A异响")).body()).contains("电梯A异响");
		assertThat(engineer.get("/records/duty-log?text=13698765432").body()).contains("没有符合条件的记录");
		assertThat(engineer.get("/records/duty-log?text=5432").body()).contains("没有符合条件的记录");
		assertThat(desk.get("/records/duty-log?text=" + encoded("电梯_异响")).body()).contains("没有符合条件的记录");
		assertThat(desk.get("/records/duty-log?text=" + encoded("' or 1=1 --")).body()).contains("没有符合条件的记录");
	}

	@Test
	void listIsFilteredByHouseAndStatusAndSorted() {
		Visitor visitor = as("front-desk");
		for (String house : new String[] { "3-2-1501", "3栋2单元1501室", "3-2", "3" }) {
			assertThat(visitor.get("/records/duty-log?status=CLOSED&house=" + encoded(house)).body()).as(house)
				.contains("3-2-1501");
		}
		assertThat(visitor.get("/records/duty-log?house=3-2-150").body()).contains("没有符合条件的记录");
		assertThat(visitor.get("/records/duty-log?status=REPLACED").body()).contains("没有符合条件的记录");
		String upwards = visitor.get("/records/duty-log?sort=serial").body();
		assertThat(upwards).contains("aria-sort=\"ascending\"", "sort=-serial").contains("-00001</a>");
		assertThat(visitor.get("/records/duty-log?sort=-serial").body()).contains("aria-sort=\"descending\"")
			.containsPattern("(?s)" + this.entry.serial() + ".*");
		assertThat(visitor.get("/records/duty-log?sort=matter").body()).doesNotContain("aria-sort");
		assertThat(visitor.get("/records/duty-log?sort=" + encoded("id; drop table x")).statusCode()).isEqualTo(200);
		assertThat(visitor.get("/records/duty-log?status=NONE").statusCode()).isEqualTo(400);
		assertThat(visitor.get("/records/duty-log?from=99999-01-01").statusCode()).isEqualTo(400);
		assertThat(visitor.get("/records/duty-log?from=9999-12-31").statusCode()).isEqualTo(400);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpResponse<String> look(Visitor visitor, String way, String reason) {
		HttpResponse<String> answer = visitor.form(path() + "/look",
				Map.of("way", way, "reason", reason, "_csrf", visitor.tokenOn("/records")));
		return (answer.statusCode() == 302) ? visitor.get(Visitor.target(answer)) : answer;
	}

	private String path() {
		return "/records/duty-log/cuihu/" + this.entry.serial();
	}

	private Visitor as(String user) {
		return Visitor.loggedIn(this.port, user);
	}

}
