package org.wuyeflow.complaint;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Tasklist;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A complaint of each edition walks from the counter to its end, each step in the
 * Tasklist of whoever must act.
 */
@BrowserTest
class ComplaintBrowserIT {

	@LocalServerPort
	private int port;

	@Autowired
	private HistoryService history;

	private Browser browser;

	@BeforeEach
	void sitDown(TestInfo test) {
		this.browser = Browser.open(this.port, test.getTestMethod().orElseThrow().getName());
	}

	@AfterEach
	void leave() {
		this.browser.close();
	}

	@Test
	void failingOfServiceIsHandledTwiceAndClosed() {
		Tasklist desk = Tasklist.as(this.browser, "front-desk");
		this.browser.screenshot("front-desk-lists");
		desk.start("投诉处理");
		desk.type("房号", "3栋2单元1501")
			.type("投诉人姓名", "陈先生")
			.type("联系电话", "13800138000")
			.type("投诉事由", "电梯停运两天")
			.type("投诉内容", "二单元电梯从周六起停运，老人上下楼困难。\n物业只贴了一张通知。")
			.pick("已向顾客致歉");
		this.browser.screenshot("front-desk-registers");
		desk.sendStart();
		String number = newestOf("front-desk");

		Tasklist supervisor = Tasklist.as(this.browser, "cs-supervisor").open("判定类别并提出意见", number);
		this.browser.screenshot("supervisor-before-claiming");
		supervisor.claim();
		assertThat(this.browser.see(By.cssSelector(".wf-case")).getText()).contains(number, "3-2-1501", "陈先生",
				"13800138000", "物业只贴了一张通知。");
		supervisor.choose("投诉类别", "一类").choose("处理部门", "工程").type("处理意见", "请工程部今日联系维保单位，先行安抚业主。");
		this.browser.screenshot("supervisor-classifies");
		supervisor.complete();

		Tasklist engineering = Tasklist.as(this.browser, "engineering").open("填写投诉跟进记录", number).claim();
		engineering.type("指定跟进人", "朱永刚").type("拟采取的措施", "联系维保单位更换曳引机");
		engineering.type("计划完成日期", "2031/03/04" + Keys.ENTER);
		engineering.complete();
		open("engineering", "处理并跟进", number).claim().type("处理进展", "维保单位已到场，配件明日到货。").pick("已将进展告知投诉人");
		this.browser.screenshot("engineering-works");
		on().complete();
		open("engineering", "处理并跟进", number).claim().type("处理进展", "配件已更换，试运行正常。").pick("已有处理结果").type("处理结果", "电梯恢复运行");
		this.browser.screenshot("engineering-has-a-result");
		on().complete();
		open("engineering", "告知处理结果", number).claim().pick("满意");
		this.browser.screenshot("customer-is-told");
		on().complete();

		open("cs-lead", "签收原件并归档", number).claim().type("存放位置", "二号柜第三格").pick("复印件已按规定交存");
		this.browser.screenshot("lead-files-the-original");
		on().complete();
		open("cs-assistant", "回访投诉人", number).claim().pick("确认已解决").type("投诉人意见", "没有再停过，表示感谢。");
		this.browser.screenshot("assistant-revisits");
		on().complete();

		assertThat(ended(number)).isTrue();
		this.browser.logIn("cs-supervisor");
		this.browser.go("/records/complaint-followup");
		this.browser.screenshot("register");
		this.browser.click(By.xpath("//tr[contains(., '%s')]//a".formatted(number)));
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("电梯停运两天", "电梯恢复运行").doesNotContain("陈先生");
		this.browser.screenshot("record");
		this.browser.likeAPhone();
		this.browser.screenshot("record-on-a-phone");
	}

	@Test
	void defectOfAHouseIsReportedForwardedAndClosed() {
		Tasklist desk = Tasklist.as(this.browser, "front-desk-jinmao").start("投诉处理");
		desk.choose("投诉方式", "电话").type("投诉人姓名", "刘经理").type("投诉事由", "外墙渗水").type("投诉内容", "十二楼北面外墙渗水，墙纸起泡。");
		desk.sendStart();
		String number = newestOf("front-desk-jinmao");

		open("cs-supervisor-jinmao", "判定类别并提出意见", number).claim()
			.choose("投诉类别", "二类")
			.choose("影响程度", "较大")
			.choose("处理部门", "工程")
			.type("处理意见", "属房屋质量问题，书面上报公司。");
		on().complete();
		open("cs-assistant-jinmao", "填写房屋问题记录", number).claim()
			.type("问题部位", "十二楼北面外墙")
			.type("问题描述", "渗水约两平方米")
			.type("顾客的意见和要求", "一个月内修好");
		this.browser.screenshot("assistant-records-the-defect");
		on().complete();
		open("engineering-jinmao", "书面上报房屋问题", number).claim()
			.type("报告编号", "GC-2026-011")
			.type("呈报单位", "公司工程管理部")
			.type("报告内容", "经现场查看，北面外墙涂层开裂。");
		this.browser.screenshot("engineering-reports");
		on().complete();
		open("company-department", "转呈发展商", number).claim().type("发展商接收部门", "发展商客户服务部");
		this.browser.screenshot("company-forwards");
		on().complete();
		open("engineering-jinmao", "处理并跟进", number).claim().type("处理进展", "发展商已安排施工。");
		on().complete();
		open("engineering-jinmao", "处理并跟进", number).claim()
			.type("处理进展", "施工完成并淋水试验合格。")
			.pick("已有处理结果")
			.type("处理结果", "外墙修复，渗水消除");
		on().complete();
		open("engineering-jinmao", "告知处理结果", number).claim().pick("接受");
		on().complete();
		open("cs-supervisor-jinmao", "签收原件并归档", number).claim().type("存放位置", "档案室").pick("复印件已按规定交存");
		on().complete();
		open("cs-assistant-jinmao", "回访投诉人", number).claim().pick("确认已解决").type("投诉人意见", "认可");
		on().complete();

		assertThat(ended(number)).isTrue();
		this.browser.logIn("cs-supervisor-jinmao");
		this.browser.go("/records/leftover-works");
		this.browser.click(By.xpath("//tr[contains(., '%s')]//a".formatted(number)));
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("十二楼北面外墙", "外墙修复，渗水消除");
		this.browser.screenshot("record");
	}

	@Test
	void settledAtTheCounterTakesOneFormAndOneLook() {
		Tasklist desk = Tasklist.as(this.browser, "front-desk").start("投诉处理");
		desk.type("房号", "3-2-1502")
			.type("投诉事由", "单元门关不上")
			.type("投诉内容", "单元门闭门器松了。")
			.pick("已当场解决")
			.type("当场处理情况", "当场拧紧闭门器，业主满意。");
		this.browser.screenshot("front-desk-settles");
		desk.sendStart();
		String number = newestOf("front-desk");
		open("cs-supervisor", "阅知当场处理情况", number).claim();
		this.browser.screenshot("supervisor-looks");
		on().complete();
		assertThat(ended(number)).isTrue();
	}

	@Test
	void wrongInputIsNamedAndNothingTypedIsLost() {
		Tasklist desk = Tasklist.as(this.browser, "front-desk").start("投诉处理");
		desk.type("房号", "3-2-9999").type("投诉事由", "噪音").type("投诉内容", "夜间施工噪音");
		By send = By.cssSelector(".modal-footer button.btn-primary");
		this.browser.click(send);
		WebElement refusal = this.browser.see("没有找到房号");
		this.browser.screenshot("unknown-house");
		assertThat(this.browser.inSight(refusal)).isTrue();
		assertThat(this.browser.inSight(this.browser.find(send))).isTrue();
		desk.type("房号", "3-2-1501");
		assertThat(this.browser.find(By.cssSelector(".modal textarea")).getDomProperty("value")).isEqualTo("夜间施工噪音");
		desk.sendStart();
		assertThat(ended(newestOf("front-desk"))).isFalse();
	}

	@Test
	void refusalOfATaskIsReadBesideTheButton() {
		Tasklist desk = Tasklist.as(this.browser, "front-desk").start("投诉处理");
		desk.type("投诉事由", "广场舞").type("投诉内容", "早上六点开始放音乐");
		desk.sendStart();
		String number = newestOf("front-desk");
		open("cs-supervisor", "判定类别并提出意见", number).claim().pick("无效").type("判为无效的理由", "不在管理区域内");
		on().complete();

		open("front-desk", "向投诉人耐心解释", number).claim()
			.type("向投诉人解释的内容", "已说明可向街道反映")
			.type("解释日期", "2020/01/02" + Keys.ENTER)
			.type("时间", "10:00" + Keys.ENTER)
			.pick("接受解释");
		By send = By.xpath("//button[@ng-click='complete()']");
		this.browser.click(send);
		WebElement refusal = this.browser.see("早于收到投诉的时间");
		this.browser.screenshot("too-early");
		assertThat(this.browser.inSight(refusal)).isTrue();
		assertThat(this.browser.inSight(this.browser.find(send))).isTrue();

		on().type("解释日期", "").type("时间", "");
		on().complete();
		assertThat(ended(number)).isTrue();
	}

	private Tasklist open(String user, String task, String number) {
		return Tasklist.as(this.browser, user).open(task, number);
	}

	private Tasklist on() {
		return Tasklist.at(this.browser);
	}

	private String newestOf(String user) {
		return this.history.createHistoricProcessInstanceQuery()
			.startedBy(user)
			.orderByProcessInstanceStartTime()
			.desc()
			.listPage(0, 1)
			.get(0)
			.getBusinessKey();
	}

	private boolean ended(String number) {
		return this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.list()
			.stream()
			.map(HistoricProcessInstance::getEndTime)
			.noneMatch(java.util.Objects::isNull);
	}

}
