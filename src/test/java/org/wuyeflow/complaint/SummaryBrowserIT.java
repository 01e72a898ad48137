package org.wuyeflow.complaint;

import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.wuyeflow.complaint.step.ComplaintSummaryProcess;
import org.wuyeflow.complaint.summary.ComplaintSummary;
import org.wuyeflow.complaint.summary.SummaryService;
import org.wuyeflow.notice.NoticeBoard;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.Tasklist;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The summaries as people read them: the vice president, colleagues of another office,
 * and everybody at the board.
 */
@BrowserTest
class SummaryBrowserIT {

	private static final Map<String, Object> WRITTEN = Map.of("situation", "本期投诉集中在公共照明，较上期增加。", "lateCauses",
			"灯具缺货，等待到货两天。", "improvement", "工程部备足常用灯具，每周一巡检楼道照明。");

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	SummaryService summaries;

	@Autowired
	NoticeBoard board;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = Browser.open(this.port, "summary");
	}

	@AfterEach
	void close() {
		this.browser.close();
		ClockUtil.reset();
	}

	@Test
	void vicePresidentReadsTheWeekFromTheTaskToTheCasesBehindANumber() {
		Case weekly = weekly();
		weekly.complete("UserTask_PrepareWeeklySummary", WRITTEN);
		weekly.complete("UserTask_ReadWeeklySummary", Map.of("summaryDecision", "agreed"));
		ComplaintSummary summary = this.summaries.find(weekly.number()).orElseThrow();
		String record = "/records/complaint-summary/cuihu/" + summary.serial();

		Tasklist.as(this.browser, "vice-president").open("阅知周汇总抄件", weekly.number());
		this.browser.see("灯具缺货，等待到货两天。");
		this.browser.screenshot("task");
		this.browser.go(record);
		assertThat(this.browser.see(By.cssSelector(".figures")).getText()).contains("本期收到", "3", "上期 1（+2）");
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("按处理部门", "保洁：本期收到 1，本期办结 0", "超过时限 0");
		this.browser.run("document.querySelector('.figures').previousElementSibling.scrollIntoView()");
		this.browser.screenshot("figures");
		this.browser.run("document.querySelector('h3').scrollIntoView({block: 'end'})");
		this.browser.screenshot("tables");
		this.browser.click(By.xpath("//ul[@class='figures']//li[contains(., '本期收到')]//a"));
		this.browser.see("本期收到 3 件");
		assertThat(this.browser.path()).isEqualTo(record + "/cases?figure=received");
		this.browser.screenshot("cases");
		this.browser.likeAPhone();
		this.browser.go(record);
		this.browser.run("document.querySelector('.figures').scrollIntoView()");
		this.browser.screenshot("figures-on-a-phone");
		assertThat((long) this.browser.run("return document.documentElement.scrollWidth - innerWidth")).isNotPositive();

		Visitor neighbour = Visitor.loggedIn(this.port, "cs-lead-jinmao");
		assertThat(neighbour.get(record).statusCode()).isEqualTo(404);
		assertThat(neighbour.get(record + "/cases").statusCode()).isEqualTo(404);
		assertThat(Visitor.loggedIn(this.port, "auditor").get(record + "/cases").statusCode()).isEqualTo(200);
		assertThat(Visitor.at(this.port).get(record).statusCode()).isEqualTo(302);
	}

	@Test
	void everybodyReadsThePublishedMonthOnDeskAndPhone() {
		new ComplaintTrial(this.engine, "cuihu").settle("2025-06-11T10:00");
		ClockUtil.reset();
		Case monthly = new Desk(this.engine).start("cs-assistant", ComplaintSummaryProcess.MONTHLY,
				Map.of("summaryDay", "2025-06-01"));
		monthly.complete("UserTask_PrepareMonthlySummary", Map.of("situation", "照明报修", "lateCauses", "无", "improvement",
				"每周巡检", "publicStatement", "楼道照明已全部检修，今后每周巡检一次。"));
		monthly.complete("UserTask_ApproveMonthlySummary", Map.of("summaryDecision", "agreed"));

		this.browser.go("/notices");
		this.browser.see("2025年6月顾客投诉及处理情况");
		this.browser.screenshot("board");
		this.browser.go("/notices/" + this.board.ofCase(monthly.number()).get(0).id());
		this.browser.see("楼道照明已全部检修，今后每周巡检一次。");
		assertThat(this.browser.find(By.tagName("body")).getText()).doesNotContain("赵铁柱", "13900139000",
				monthly.number());
		this.browser.screenshot("notice");
		this.browser.likeAPhone();
		this.browser.go("/notices");
		this.browser.screenshot("board-on-a-phone");
		assertThat((long) this.browser.run("return document.documentElement.scrollWidth - innerWidth")).isNotPositive();
	}

	private Case weekly() {
		ComplaintTrial complaints = new ComplaintTrial(this.engine, "cuihu");
		Case late = complaints.receive("2025-06-05T09:00");
		complaints.judge(late, "2025-06-05T09:10", "engineering");
		complaints.settle("2025-06-09T10:00");
		complaints.receive("2025-06-10T09:00", "origin", "government", "senderName", "街道办", "documentNumber", "街办 7 号");
		Case answered = complaints.receive("2025-06-12T09:00");
		complaints.judge(answered, "2025-06-12T09:05", "cleaning");
		complaints.result(answered, "2025-06-12T09:20", "satisfied");
		ClockUtil.reset();
		return new Desk(this.engine).start("cs-lead", ComplaintSummaryProcess.WEEKLY,
				Map.of("summaryDay", "2025-06-09"));
	}

}
