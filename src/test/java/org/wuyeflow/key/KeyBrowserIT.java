package org.wuyeflow.key;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.Pictures;
import org.wuyeflow.support.Tasklist;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A key from its owner's hand through the cabinet, with his consent from his telephone
 * into a borrower's hand, too late, and back, each step in the Tasklist of whoever acts.
 */
@BrowserTest
class KeyBrowserIT {

	private static final String HOUSE = "3-1-1101";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

	private static final String TASK = "//li[contains(@class,'task')][contains(., '%s')]//h4/a[normalize-space(.) = '%s']";

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private HistoryService history;

	@Autowired
	private KeyLoanService loans;

	private String test;

	private Browser browser;

	private Desk desk;

	@BeforeEach
	void sitDown(TestInfo info) {
		this.test = info.getTestMethod().orElseThrow().getName();
		this.browser = Browser.open(this.port, this.test);
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void leave() {
		ClockUtil.reset();
		this.browser.close();
	}

	@Test
	void keyIsEntrustedLentWithConsentOverdueAndReturned() {
		String entrustment = entrust();
		this.browser.logIn("cs-supervisor");
		this.browser.go("/records/key-list");
		this.browser.screenshot("key-list");
		this.browser.click(By.xpath("//tr[contains(., '%s')]//a".formatted(entrustment)));
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("入户门", "一号柜", "A-17");
		this.browser.screenshot("key-list-record");

		LocalDate tomorrow = LocalDate.now(KeyTrial.ZONE).plusDays(1);
		Tasklist desk = Tasklist.as(this.browser, "front-desk").start("钥匙借用");
		desk.type("房号", HOUSE)
			.choose("借用人", "装修人员")
			.type("借用人姓名", "赵师傅")
			.type("借用人电话", "13700137000")
			.type("借用人单位", "宏达装饰")
			.type("证件号末四位", "123x")
			.type("用途说明", "厨房水管返修")
			.type("计划归还日期", DAY.format(tomorrow) + Keys.ENTER)
			.type("时间", "10:00" + Keys.ENTER);
		this.browser.screenshot("front-desk-writes-the-request-down");
		desk.sendStart();
		String loan = newestOf("front-desk", "key-borrow");
		assertThat(loan).startsWith("JY-");

		String link = answerPage();
		try (Browser telephone = Browser.open(this.port, this.test)) {
			telephone.likeAPhone();
			telephone.go(link);
			assertThat(telephone.see(By.tagName("main")).getText()).contains(HOUSE, "厨房水管返修", "赵师傅");
			telephone.screenshot("owner-reads-on-his-telephone");
			telephone.click(By.cssSelector("input[value='conditions']"));
			telephone.find(By.name("conditions")).sendKeys("只进厨房，走时关好门窗");
			telephone.click(By.cssSelector("button[type='submit']"));
			assertThat(telephone.see("已收到您的答复").isDisplayed()).isTrue();
			telephone.screenshot("owner-has-answered");
			telephone.go(link);
			assertThat(telephone.see("这个页面不能使用").isDisplayed()).isTrue();
			telephone.screenshot("page-is-used-up");
		}

		open("key-keeper", "发放钥匙", loan).claim();
		photograph("借出的钥匙.jpg", Color.LIGHT_GRAY);
		this.browser.screenshot("keeper-photographs-the-key");
		this.browser.click(By.linkText("表单"));
		assertThat(this.browser.see(By.cssSelector(".wf-case")).getText()).contains("只进厨房", "一号柜 A-17", "赵师傅");
		on().type("借出的钥匙（把）", "2").pick("借用人已签字");
		this.browser.screenshot("keeper-hands-the-key-out");
		on().complete();

		Instant due = this.loans.find(loan).orElseThrow().dueAt();
		assertThat(due).isEqualTo(tomorrow.atTime(10, 0).atZone(KeyTrial.ZONE).toInstant());
		Desk.setClock(due.minus(Duration.ofMinutes(30)));
		this.desk.find("key-borrow", loan).runDueTimers();
		Tasklist.as(this.browser, "key-keeper").list("即将到期");
		this.browser.see(By.xpath(TASK.formatted(loan, "验收归还的钥匙")));
		this.browser.screenshot("return-is-nearly-due");
		Desk.setClock(due.plus(Duration.ofMinutes(30)));
		this.desk.find("key-borrow", loan).runDueTimers();
		Tasklist.as(this.browser, "key-keeper").list("已超期");
		this.browser.see(By.xpath(TASK.formatted(loan, "验收归还的钥匙")));
		this.browser.screenshot("return-is-late");
		this.browser.logIn("key-keeper");
		this.browser.go("/keys");
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("超期未还", "赵师傅");
		this.browser.screenshot("cabinet-with-a-late-key");
		this.browser.likeAPhone();
		this.browser.screenshot("cabinet-on-a-telephone");
		this.browser.likeADesk();
		open("cs-supervisor", "督办超期钥匙", loan).claim().type("督办意见", "立即联系借用人，一小时内收回");
		this.browser.screenshot("supervisor-steps-in");
		on().complete();
		open("key-keeper", "验收归还的钥匙", loan).claim()
			.type("逾期原因", "配件没到，多等了半小时")
			.type("点到的钥匙（把）", "2")
			.type("归还人", "小周")
			.pick("归还人、验收人都已签字");
		this.browser.screenshot("keeper-takes-the-key-back");
		on().complete();

		assertThat(this.loans.find(loan).orElseThrow().limitKept()).isFalse();
		this.browser.logIn("key-keeper");
		this.browser.go("/keys");
		assertThat(this.browser.see(By.xpath("//tr[contains(., '%s')]".formatted(HOUSE))).getText()).contains("在柜")
			.doesNotContain("超期未还");
		this.browser.go("/records/key-list");
		this.browser.click(By.xpath("//tr[contains(., '%s')][contains(., '入户门')]//a".formatted(entrustment)));
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("借出", "超期", "催还", "归还", "赵**")
			.doesNotContain("赵师傅");
		this.browser.screenshot("key-list-record-afterwards");
		assertThat(this.browser.see("借用、归还等业务的照片和单据").isDisplayed()).isTrue();
		this.browser.run("[...document.querySelectorAll('h2')].pop().scrollIntoView()");
		this.browser.see(By.linkText("借出的钥匙.jpg"));
		this.browser.run("document.querySelector('.wf-files').scrollIntoView({block: 'center'})");
		this.browser.screenshot("key-list-record-with-its-photos");
		this.browser.go("/records/key-entrustment");
		this.browser.screenshot("entrustments");
		this.browser.click(By.xpath("//tr[contains(., '%s')]//a".formatted(entrustment)));
		this.browser.see(By.linkText("委托书.jpg"));
		this.browser.screenshot("entrustment-record");
	}

	@Test
	void borrowerWhoComesAgainIsToldSinceWhenTheTwelveHoursRun() {
		String house = "5-2-101";
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		keep(house);
		Case loan = lend(house);
		Desk.setClock(now.plus(Duration.ofHours(11)));
		loan.complete("UserTask_ReturnKeys", Map.of("returnResult", "all", "countedKeys", 2, "bothSigned", true));

		ZonedDateTime wanted = now.plus(Duration.ofHours(15)).atZone(KeyTrial.ZONE);
		Tasklist desk = Tasklist.as(this.browser, "front-desk").start("钥匙借用");
		desk.type("房号", house)
			.type("借用人姓名", "赵师傅")
			.type("借用人电话", "13700137000")
			.type("用途说明", "再量一次")
			.type("计划归还日期", DAY.format(wanted) + Keys.ENTER)
			.type("时间", DateTimeFormatter.ofPattern("HH:mm").format(wanted) + Keys.ENTER);
		this.browser.click(By.cssSelector(".modal-footer button.btn-primary"));
		WebElement refusal = this.browser.see("连续借用");
		assertThat(this.browser.inSight(refusal)).isTrue();
		assertThat(refusal.getText()).contains("赵师傅从", "中间归还不满 2小时", "请修改「计划归还时间」");
		this.browser.screenshot("back-to-back-loan-is-refused");
	}

	@Test
	void keeperSeesThatTheHouseWasMovedIntoWhileItsKeyIsOut() {
		String house = "5-2-201";
		keep(house);
		Case loan = lend(house);
		Case withdrawal = this.desk.start("front-desk", "key-withdrawal",
				Map.of("houseNumber", house, "withdrawalReason", "moved_in", "movedInOn",
						LocalDate.now(KeyTrial.ZONE).toString(), "takerName", "陈女士", "identityKind", "id_card",
						"identityLastFour", "5678"));

		open("key-keeper", "交还钥匙、双方签字", withdrawal.number()).claim().type("交还的钥匙（把）", "2").pick("来取的人已签收，本人已签字");
		this.browser.click(By.xpath("//button[@ng-click='complete()']"));
		WebElement refusal = this.browser.see("还在赵师傅处");
		assertThat(this.browser.inSight(refusal)).isTrue();
		this.browser.screenshot("keys-that-are-out-are-not-handed-back");
		open("key-keeper", "验收归还的钥匙", loan.number());
		assertThat(this.browser.see(By.cssSelector(".wf-case")).getText()).contains("借用中入住", "提前收回", "时限台账",
				"管理处（业主取回钥匙）");
		this.browser.screenshot("house-was-moved-into-meanwhile");
		this.browser.run("document.querySelector('.wf-case').scrollIntoView({block: 'end'})");
		this.browser.screenshot("house-was-moved-into-meanwhile-ledger");
	}

	@Test
	void managerOrdersAndTheKeeperCounts() {
		String house = "3-1-1002";
		keep(house);
		Map<String, Object> request = KeyTrial.request(house, "doors", List.of("entrance"), "borrowerKind", "staff",
				"organisation", null, "identityKind", null, "identityLastFour", null, "borrowerName", "李工",
				"isEmergency", true, "emergencyKind", "water", "secondPerson", "周工");
		Case loan = this.desk.start("security", "key-borrow", request);
		open("office-manager", "经理下令进入", loan.number()).claim().type("下令的经理姓名", "何经理").type("命令的内容", "立即进入关水阀");
		this.browser.screenshot("manager-orders");
		on().complete();
		issue(loan);
		open("front-desk", "立即告知业主", loan.number()).claim();
		this.browser.screenshot("owner-is-told-at-once");
		Case stocktake = this.desk.start("key-keeper", "key-stocktake", Map.of("stocktakeReason", "monthly"));
		open("key-keeper", "对照清单清点钥匙柜", stocktake.number()).claim().pick("发现一处不符").pick("柜里有、清单上没有");
		this.browser.screenshot("keeper-counts");
		this.browser.go("/keys");
		this.browser.screenshot("cabinet-with-more-keys");
	}

	private void keep(String house) {
		Map<String, Object> form = KeyTrial.entrustment(house);
		form.putAll(Map.of("mailboxKeys", 0, "validUntil", "2031-03-04"));
		Case entrustment = this.desk.start("front-desk", "key-entrustment", form);
		entrustment.complete("UserTask_ApproveEntrustment", Map.of("approval", "yes"));
		entrustment.complete("UserTask_SignEntrustment", Map.of("countedKeys", 2, "ownerSigned", true));
		entrustment.complete("UserTask_StoreKeys",
				Map.of("countedKeys", 2, "cabinet", "二号柜", "hook", house, "handedOver", true));
	}

	private Case lend(String house) {
		Case loan = this.desk.start("front-desk", "key-borrow", KeyTrial.request(house, "doors", List.of("entrance")));
		issue(loan);
		return loan;
	}

	private static void issue(Case loan) {
		loan.complete("UserTask_IssueKeys",
				Map.of("issueDecision", "issued", "countedKeys", 2, "borrowerSigned", true));
	}

	private String entrust() {
		Tasklist desk = Tasklist.as(this.browser, "front-desk").start("钥匙委托");
		desk.type("房号", HOUSE)
			.type("委托人（业主）姓名", "陈女士")
			.type("联系电话", "13900139000")
			.type("证件号末四位", "5678")
			.type("委托书编号", "WT-2026-017")
			.type("委托有效期至", "2031/03/04" + Keys.ENTER)
			.type("委托事项", "房屋返修时开门")
			.type("入户门（把）", "2");
		this.browser.screenshot("front-desk-writes-the-entrustment-down");
		desk.sendStart();
		String number = newestOf("front-desk", "key-entrustment");
		this.browser.go("/records/key-entrustment");
		this.browser.click(By.xpath("//tr[contains(., '%s')]//a".formatted(number)));
		upload("委托书.jpg", Color.WHITE);
		this.browser.run("document.querySelector('.wf-attachments').scrollIntoView({block: 'center'})");
		this.browser.screenshot("front-desk-photographs-the-letter");
		open("assistant-manager", "审批委托", number).claim();
		this.browser.click(By.linkText("档案"));
		this.browser.see(By.linkText("委托书.jpg"));
		this.browser.screenshot("assistant-manager-reads-the-letter");
		this.browser.click(By.linkText("表单"));
		this.browser.see(By.cssSelector(".fjs-container"));
		this.browser.screenshot("assistant-manager-approves");
		on().complete();
		open("front-desk", "业主签字、交钥匙", number).claim().type("收到业主交来的钥匙（把）", "2").pick("业主已在《顾客委托钥匙登记表》上签字");
		this.browser.screenshot("owner-signs");
		on().complete();
		open("key-keeper", "接收钥匙、入柜上锁", number).claim()
			.type("钥匙柜", "一号柜")
			.type("挂钩号", "A-17")
			.type("封签号", "F0017")
			.type("从前台接到的钥匙（把）", "2")
			.pick("前台交出、本人接收");
		this.browser.screenshot("keeper-hangs-the-keys-up");
		on().complete();
		return number;
	}

	private String answerPage() {
		this.browser.logIn("front-desk");
		this.browser.go("/keys");
		this.browser.screenshot("cabinet");
		this.browser.click(By.xpath("//tr[contains(., '%s')]//button[contains(., '生成答复页')]".formatted(HOUSE)));
		String link = this.browser.see("/consent/").getText();
		this.browser.screenshot("answer-page-to-be-shown");
		return link.substring(link.indexOf("/consent/"));
	}

	private void photograph(String name, Color color) {
		this.browser.click(By.linkText("档案"));
		this.browser.see(By.cssSelector(".wf-upload"));
		upload(name, color);
	}

	private void upload(String name, Color color) {
		try {
			Path photo = Files.write(this.folder.resolve(name), Pictures.phonePhoto(1600, 1200, color, Color.GRAY));
			this.browser.find(By.cssSelector(".wf-upload input[multiple]")).sendKeys(photo.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.browser.see(By.linkText(name));
	}

	private Tasklist open(String user, String task, String number) {
		return Tasklist.as(this.browser, user).open(task, number);
	}

	private Tasklist on() {
		return Tasklist.at(this.browser);
	}

	private String newestOf(String user, String process) {
		return this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(process)
			.startedBy(user)
			.orderByProcessInstanceStartTime()
			.desc()
			.listPage(0, 1)
			.get(0)
			.getBusinessKey();
	}

}
