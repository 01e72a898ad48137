package org.wuyeflow.mail;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Tasklist;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A carrier's ten items by keyboard: three are fetched, one of them by a proxy; one is
 * damaged, one cannot be delivered, one goes through notice and return.
 */
@BrowserTest
class MailBrowserIT {

	private final String series = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	MailCustodyService mail;

	@Autowired
	Shelf shelf;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = Browser.open(this.port, "MailBrowserIT");
	}

	@AfterEach
	void close() {
		ClockUtil.reset();
		this.browser.close();
	}

	@Test
	void batchOfTenIsTakenInAndEachItemFindsItsEnd() {
		this.browser.logIn("front-desk");
		this.browser.go("/mail/batch");
		this.browser.screenshot("carriers");
		this.browser.click(By.xpath("//button[normalize-space(.)='EMS']"));
		for (int item = 0; item < 8; item++) {
			scan(item, (item < 3) ? "4-1-1201" : "4-1-" + (item + 1) + "02");
		}
		this.browser.see(By.name("damage")).sendKeys("一角破裂");
		scan(8, "4-1-1001");
		this.browser.see(By.name("addressee")).sendKeys("无名氏");
		scan(9, "4-1-1101");
		this.browser.screenshot("ten-items");
		this.browser.see(By.name("courier")).sendKeys("刘投递", Keys.ENTER);
		this.browser.see("共 10 件，投递员已签字");
		List<MailItem> items = this.shelf.items("cuihu", numbers());

		this.browser.go("/mail/round");
		this.browser.screenshot("round");
		this.browser.click(By.xpath("//form[contains(., '%s')]//button[@value='reached']".formatted(number(items, 0))));
		this.browser.see("已登记");
		assertThat(fresh(items, 0).telling().reached()).isTrue();

		this.browser.logIn("mail-keeper");
		this.browser.go("/mail/pickup?text=" + fresh(items, 0).trackingNumber());
		who("OWNER", items.get(0).addressee());
		this.browser.see(By.name("signature")).sendKeys(items.get(0).addressee(), Keys.ENTER);
		this.browser.see("1 件已交付");
		this.browser.go("/mail/pickup?text=4-1-1201");
		who("PROXY", "何代领");
		this.browser.see(By.name("ownerLast")).sendKeys("3456");
		this.browser.click(By.cssSelector("[name=word] option[value=PHONE]"));
		this.browser.screenshot("proxy");
		this.browser.see(By.name("signature")).sendKeys("何代领", Keys.ENTER);
		this.browser.see("2 件已交付");
		this.browser.screenshot("fetched");
		assertThat(fresh(items, 2).pickUp().number()).isEqualTo(fresh(items, 1).pickUp().number());

		Tasklist desk = Tasklist.as(this.browser, "front-desk").open("与投递员确认破损并告知业主", number(items, 8)).claim();
		desk.type("破损情况", "外箱一角破裂，内件完好").pick("已拍照留存").type("投递员签字确认破损", "刘投递").pick("代收");
		this.browser.screenshot("damage");
		desk.complete();
		Tasklist keeper = Tasklist.as(this.browser, "mail-keeper").open("核对收件人", number(items, 9)).claim();
		keeper.pick("找不到，退回邮局").choose("退回原因", "查无此人");
		this.browser.screenshot("check");
		keeper.complete();
		giveBack(number(items, 9));

		Desk.Case unclaimed = new Desk(this.engine).find(number(items, 7));
		Desk.setClock(fresh(items, 7).deadline().dueAt());
		unclaimed.runDueTimers();
		this.browser.go("/mail");
		this.browser.see("已公告");
		this.browser.screenshot("announced");
		Desk.setClock(fresh(items, 7).deadline().dueAt());
		unclaimed.runDueTimers();
		this.browser.go("/mail/returns");
		this.browser.screenshot("returns");
		giveBack(number(items, 7));
		assertThat(unclaimed.ended()).isTrue();

		this.browser.logIn("cs-supervisor");
		this.browser.go("/records/mail-receipt");
		this.browser.screenshot("register");
		this.browser.go("/records/mail-receipt/cuihu/" + items.get(7).serial());
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("逾期无人领取，退回邮局，邮局工作人员签字：赵邮");
		this.browser.screenshot("record");
		this.browser.likeAPhone();
		this.browser.go("/mail");
		this.browser.screenshot("shelf-on-a-phone");
	}

	private void scan(int item, String house) {
		WebElement tracking = this.browser.see(By.name("tracking"));
		tracking.click();
		tracking.sendKeys(tracking(item), Keys.ENTER);
		WebElement next = (WebElement) this.browser.run("return document.activeElement");
		assertThat(next.getDomAttribute("name")).isEqualTo("house");
		next.sendKeys(house, Keys.ENTER);
		this.browser.see(By.xpath("//td[normalize-space(.)='%s']".formatted(tracking(item))));
	}

	private void who(String kind, String name) {
		this.browser.click(By.cssSelector("[value=%s]".formatted(kind)));
		this.browser.see(By.cssSelector("input[name=name]")).sendKeys(name);
		this.browser.see(By.name("last")).sendKeys("021X");
	}

	private void giveBack(String number) {
		this.browser.go("/mail/returns");
		this.browser.click(By.cssSelector("input[value='%s']".formatted(number)));
		this.browser.see(By.name("clerk")).sendKeys("赵邮", Keys.ENTER);
		this.browser.see("已退回邮局，赵邮 签字");
	}

	private List<String> numbers() {
		return IntStream.range(0, 10).mapToObj((item) -> byTracking(tracking(item))).toList();
	}

	private String byTracking(String tracking) {
		return this.shelf.all("cuihu")
			.stream()
			.filter((item) -> tracking.equals(item.trackingNumber()))
			.findFirst()
			.orElseThrow()
			.caseNumber();
	}

	private MailItem fresh(List<MailItem> items, int item) {
		return this.mail.find(number(items, item)).orElseThrow();
	}

	private static String number(List<MailItem> items, int item) {
		return items.get(item).caseNumber();
	}

	private String tracking(int item) {
		return this.series + item + "CN";
	}

}
