package org.wuyeflow.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The board over real HTTP, as somebody without a login reads it.
 */
@IntegrationTest
class NoticeBoardIT {

	private static final String CASE = "NB-TEST";

	@LocalServerPort
	int port;

	@Autowired
	NoticeBoard board;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Clock clock;

	@AfterEach
	void takeDownWhatStillHangs() {
		this.transaction.executeWithoutResult((status) -> this.board.ofCase(CASE)
			.stream()
			.filter((notice) -> notice.withdrawnAt() == null)
			.forEach((notice) -> this.board.withdraw(notice.id(), "试验结束")));
	}

	@Test
	void everybodyReadsWhatIsValidTodayNewestFirst() {
		publish("cuihu", "明天才开始", 1, 5);
		publish("cuihu", "昨天已结束", -5, -1);
		publish("cuihu", "今天开始", 0, 5);
		publish("cuihu", "今天结束", -5, 0);

		String page = page("/notices");

		assertThat(page).contains("今天开始", "今天结束").doesNotContain("明天才开始", "昨天已结束");
		assertThat(page.indexOf("今天结束")).isLessThan(page.indexOf("今天开始"));
	}

	@Test
	void withdrawnNoticeIsGoneFromViewAndStaysOnRecord() {
		UUID id = publish("cuihu", "写错了的公告", 0, 5);
		assertThat(page("/notices/" + id)).contains("写错了的公告");

		this.transaction.executeWithoutResult((status) -> this.board.withdraw(id, "数字有误"));

		assertThat(page("/notices")).doesNotContain("写错了的公告");
		assertThat(Visitor.at(this.port).get("/notices/" + id).statusCode()).isEqualTo(404);
		assertThat(this.board.ofCase(CASE)).anyMatch((notice) -> notice.id().equals(id));
		assertThat(this.jdbc.queryForList(
				"select change_number from record_change where entity = 'Notice' and personal_fields like '%数字有误%'",
				Integer.class))
			.isNotEmpty();
		assertThatThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.board.withdraw(id, "再撤一次")))
			.isInstanceOf(Refusal.class)
			.hasMessage("公告「写错了的公告」已经撤下。");
	}

	@Test
	void eachOfficeHasItsOwnNoticesAndEachPageItsTen() {
		IntStream.rangeClosed(1, 11).forEach((number) -> publish("jinmao", "金茂公告" + number + "号", 0, 5));
		publish("cuihu", "翠湖公告", 0, 5);

		assertThat(page("/notices?office=jinmao")).contains("金茂公告11号", "金茂公告2号", "第 1 / 2 页")
			.doesNotContain("翠湖公告", "金茂公告1号");
		assertThat(page("/notices?office=jinmao&page=2")).contains("金茂公告1号", "第 2 / 2 页");
		assertThat(page("/notices?office=jinmao&page=99")).contains("第 2 / 2 页");
		assertThat(page("/notices?office=no-such-office")).contains("翠湖公告");
	}

	@Test
	void whatIsWrittenIsShownAndNotRun() {
		UUID id = publish("cuihu", "<script>alert(1)</script>", 0, 5);

		assertThat(page("/notices/" + id)).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
			.doesNotContain("<script>alert");
	}

	@Test
	void noticeWithPersonalDataOrWithoutDaysIsNotPutUp() {
		long before = this.jdbc.queryForObject("select count(*) from notice", Long.class);
		assertThatThrownBy(() -> publish("cuihu", "致 13800138000 机主", 0, 5)).isInstanceOf(Refusal.class)
			.hasMessage("「公告标题」要对外公布，不能写个人信息：「13800138000」像是电话或证件号码，请删去或改写。");
		assertThatThrownBy(() -> publish("cuihu", "期限不对", 5, 0)).isInstanceOf(Refusal.class)
			.hasMessage("公告的截止日期不能早于开始日期。");
		assertThat(this.jdbc.queryForObject("select count(*) from notice", Long.class)).isEqualTo(before);
	}

	@Test
	void boardSaysNothingOfWhoPutItUp() {
		UUID id = publish("cuihu", "停水通知", 0, 5);

		assertThat(page("/notices/" + id)).doesNotContain("系统", CASE);
	}

	private UUID publish(String office, String title, int from, int to) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		return this.transaction.execute((status) -> this.board
			.publish(new NoticeText(office, CASE, title, "内容。", today.plusDays(from), today.plusDays(to)))
			.id());
	}

	private String page(String path) {
		return Visitor.at(this.port).get(path).body();
	}

}
