package org.wuyeflow.record;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
		assertThat(page).contains("href=\"/records/duty-log\"", "值班记录表", "WY7.5.4-G01-F1", "未启用");
	}

	@Test
	void deskSeesTheWholeRecordAndItsChanges() {
		HttpResponse<String> answer = as("front-desk").get(path());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body())
			.contains("&lt;b&gt;业主𠮷先生&lt;/b&gt; 电话13812345678 ${1+1}", "3-2-1501", "TS-2026-00042", "2026-03-05 14:30")
			.contains("<del>办理中</del>", "<ins>已办结</ins>", "<ins>已电告021-50001234</ins>", "处理值班事项");
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

	private String path() {
		return "/records/duty-log/cuihu/" + this.entry.serial();
	}

	private Visitor as(String user) {
		return Visitor.loggedIn(this.port, user);
	}

}
