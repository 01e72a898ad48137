package org.wuyeflow.mail;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.wuyeflow.support.Pictures;
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
	void batchOfTenIsTakenInAndEachItemFindsItsEnd() throws IOException {
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
		this.browser.see("还没有办理，请先与投递员确认破损");
		this.browser.go("/mail/batch");
		this.browser.click(By.xpath("//td[contains(., 'EMS')]/..//a"));
		this.browser.click(By.linkText("破损，请办理"));
		damage();
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
		this.browser.go("/notices");
		this.browser.see("无人领取邮件公告");
		this.browser.screenshot("notices");
		this.browser.print("notices");
		this.browser.click(By.linkText("无人领取邮件公告"));
		this.browser.see("公布期");
		this.browser.print("notice");
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
		assertThat(this.browser.see(By.tagName("main")).getText()).contains("逾期无人领取，退回邮局，邮局工作人员已签字");
		this.browser.screenshot("record");
		this.browser.likeAPhone();
		this.browser.go("/mail");
		this.browser.screenshot("shelf-on-a-phone");
		this.browser.go("/notices");
		this.browser.screenshot("notices-on-a-phone");
	}

	@Test
	void eachPageAndFormCanBeUsedOnAPhone() {
		this.browser.logIn("front-desk");
		this.browser.likeAPhone();
		this.browser.go("/mail/batch");
		this.browser.screenshot("carriers-on-a-phone");
		this.browser.click(By.xpath("//button[normalize-space(.)='顺丰']"));
		scan(0, "4-1-901");
		this.browser.screenshot("batch-on-a-phone");
		this.browser.go("/mail/round");
		this.browser.screenshot("round-on-a-phone");
		assertThat((Long) this.browser.run("return document.documentElement.scrollWidth - innerWidth")).isLessThan(1);
		String number = byTracking(tracking(0));
		this.browser.logIn("mail-keeper");
		this.browser.go("/mail/pickup?text=" + number);
		who("PROXY", "何代领");
		this.browser.screenshot("pickup-on-a-phone");
		this.browser.go("/mail/returns");
		this.browser.screenshot("returns-on-a-phone");
		this.browser.go("/mail/keepers");
		this.browser.screenshot("keepers-on-a-phone");
		this.browser.likeADesk();
		this.browser.go("/mail/keepers");
		this.browser.screenshot("keepers");
		this.browser.go("/mail/count");
		this.browser.click(By.cssSelector("[name=present]"));
		this.browser.click(By.cssSelector("main form button"));
		this.browser.see("没有勾选");
		this.browser.screenshot("count");
		Tasklist keeper = Tasklist.as(this.browser, "mail-keeper").open("保管，等候领取", number).claim();
		keeper.pick("交付领取人").pick("代领人");
		this.browser.screenshot("hand-over-task");
		Tasklist.as(this.browser, "front-desk").open("电话通知收件人", number).claim();
		this.browser.screenshot("tell-task");
		this.browser.likeAPhone();
		this.browser.screenshot("tell-task-on-a-phone");
	}

	/** The courier waits: without a photo nothing is taken, and nothing typed is lost. */
	private void damage() throws IOException {
		this.browser.see(By.name("courier")).sendKeys("刘投递");
		this.browser.click(By.cssSelector("[name=told] option[value=phone]"));
		this.browser.click(By.cssSelector("[value=keep]"));
		this.browser.see("还没有破损的照片");
		Path photo = Files.createTempFile("damage", ".jpg");
		Files.write(photo, Pictures.jpeg(640, 480, Color.GRAY, Color.ORANGE));
		this.browser.find(By.cssSelector(".wf-upload input[multiple]")).sendKeys(photo.toString());
		this.browser.see(By.cssSelector(".wf-files img"));
		assertThat(this.browser.see(By.tagName("main")).getText()).doesNotContain("还没有破损的照片");
		this.browser.screenshot("damage");
		this.browser.click(By.cssSelector("[value=keep]"));
		this.browser.see("破损已登记，照常代收");
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
