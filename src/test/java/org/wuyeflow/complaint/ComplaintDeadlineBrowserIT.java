package org.wuyeflow.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.Tasklist;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What staff see of a deadline: the handler who asks for a later date and who pauses,
 * those above who decide and step in, and the ledger.
 */
@BrowserTest
class ComplaintDeadlineBrowserIT {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	private Browser browser;

	private Case complaint;

	@BeforeEach
	void complaintIsBeingHandled(TestInfo test) {
		this.browser = Browser.open(this.port, test.getTestMethod().orElseThrow().getName());
		this.complaint = new Desk(this.engine).start("front-desk", "complaint-handling",
				Map.of("origin", "office", "channel", "visit", "complainantKind", "owner", "houseNumber", "3-2-1501",
						"complainantName", "陈先生", "complainantPhone", "13800138000", "subject", "外墙渗水", "content",
						"雨天客厅外墙渗水，墙面起皮。", "apologised", true));
		this.complaint.complete("UserTask_ClassifyComplaint", Map.of("complaintValid", "yes", "judgedClass", "1",
				"judgedEffect", "normal", "department", "engineering", "opinion", "请工程部到场查看，联系发展商。"));
		this.complaint.complete("UserTask_RecordServiceFailing",
				Map.of("responsiblePerson", "朱永刚", "measures", "查找渗漏点", "plannedOn", "2099-01-04"));
	}

	@AfterEach
	void leave() {
		this.browser.close();
	}

	@Test
	void laterDateIsAskedForDecidedAboveAndTold() {
		open("engineering", "处理并跟进").claim()
			.type("处理进展", "渗漏点在外墙缝，需订购专用胶。")
			.pick("申请延期")
			.type("申请延到", soon() + Keys.ENTER)
			.type("时间", "10:00" + Keys.ENTER)
			.type("延期原因", "厂家一周后才能供货");
		this.browser.screenshot("handler-asks");
		Tasklist.at(this.browser).complete();
		open("assistant-manager", "审批延期申请").claim().type("审批意见", "同意，请先做临时防水。");
		this.browser.screenshot("superior-decides");
		assertThat(this.browser.see(By.cssSelector(".wf-case")).getText()).contains("申请延期", "厂家一周后才能供货", "时限台账",
				"办结时限的计算");
		Tasklist.at(this.browser).complete();
		open("engineering", "告知延期").claim();
		this.browser.screenshot("handler-tells");
		Tasklist.at(this.browser).complete();

		open("engineering", "处理并跟进");
		this.browser.screenshot("case-with-ledger");
		assertThat(this.browser.see(By.cssSelector(".wf-case")).getText()).contains("批准延期");
	}

	@Test
	void pausedCaseWaitsAndIsWokenEarly() {
		open("engineering", "处理并跟进").claim()
			.type("处理进展", "已致函发展商")
			.pick("等待外部，暂停计时")
			.choose("等待谁", "发展商")
			.type("暂停到", soon() + Keys.ENTER)
			.type("时间", "10:00" + Keys.ENTER)
			.type("暂停说明", "等发展商回函");
		this.browser.screenshot("handler-pauses");
		Tasklist.at(this.browser).complete();
		open("engineering", "等待外部答复").claim().type("等到了什么", "发展商已派人维修");
		this.browser.screenshot("paused");
		assertThat(this.browser.see(By.cssSelector(".wf-case")).getText()).contains("暂停到", "等待发展商");
		Tasklist.at(this.browser).complete();

		assertThat(this.complaint.openTasks()).containsExactly("UserTask_HandleComplaint");
	}

	@Test
	void superiorsFindWhatIsOverdueAndTheLedgerShowsIt() {
		ManagementService timers = this.engine.getManagementService();
		for (String event : List.of("StartEvent_DeadlineNear", "StartEvent_DeadlinePassed",
				"StartEvent_DeadlineLongPassed")) {
			Job timer = timers.createJobQuery()
				.processInstanceId(this.complaint.task("UserTask_HandleComplaint").getProcessInstanceId())
				.activityId(event)
				.singleResult();
			timers.executeJob(timer.getId());
		}
		open("assistant-manager", "督办超期投诉").claim().type("督办意见", "请今日内到场，明早报告结果。");
		this.browser.screenshot("superior-supervises");
		Tasklist.at(this.browser).complete();
		open("vice-president", "再上一级督办");
		this.browser.screenshot("vice-president-supervises");

		this.browser.go("/records/complaint-followup");
		this.browser.screenshot("register");
		this.browser.click(By.cssSelector("main table tbody tr a"));
		assertThat(this.browser.see(By.cssSelector("main")).getText()).contains("时限台账", "提请督办：公司副总经理");
		this.browser.screenshot("record-with-ledger");
	}

	private Tasklist open(String user, String task) {
		return Tasklist.as(this.browser, user).open(task, this.complaint.number());
	}

	private static String soon() {
		return LocalDate.now().plusDays(9).toString().replace('-', '/');
	}

}
