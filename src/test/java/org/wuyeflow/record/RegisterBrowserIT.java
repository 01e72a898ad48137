package org.wuyeflow.record;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class RegisterBrowserIT {

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Houses houses;

	@Autowired
	TransactionTemplate transaction;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = Browser.open(this.port, "register");
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void deskFindsARecordByKeyboardSeesItAndHasItCorrected() {
		String marker = "门禁" + UUID.randomUUID().toString().substring(0, 6);
		String serial = this.transaction.execute((status) -> {
			DutyLogEntry entry = this.dutyLog.enter("cuihu", "TS-2026-00044", this.houses.find("cuihu", "3-2-1501"),
					Instant.parse("2026-03-05T06:30:00Z"), marker + "坏了，业主𠮷先生13812345678来电", null);
			this.dutyLog.enter("cuihu", null, null, Instant.parse("2026-03-05T07:30:00Z"), marker + "又坏了", null);
			return this.dutyLog.handle("cuihu", entry.serial(), "已换门禁读头").serial();
		});
		this.browser.logIn("front-desk");
		this.browser.go("/records");
		this.browser.screenshot("records");
		this.browser.click(By.linkText("值班记录表"));
		this.browser.see(By.cssSelector("body")).sendKeys("/");
		assertThat(this.browser.run("return document.activeElement.name")).isEqualTo("text");
		this.browser.see(By.name("text")).sendKeys(marker, Keys.ENTER);
		this.browser.see("共 2 条");
		this.browser.screenshot("register");
		this.browser.see(By.cssSelector("body")).sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
		assertThat(this.browser.run("return document.activeElement.textContent")).isEqualTo(serial);
		this.browser.run("document.activeElement.click()");
		this.browser.see("138****5678");
		this.browser.screenshot("record");
		this.browser.click(By.xpath("//button[text()='联系顾客']"));
		this.browser.see("13812345678");
		this.browser.see("正在显示个人信息");
		this.browser.screenshot("record-opened");

		this.browser.click(By.linkText("更正"));
		this.browser.see(By.name("field")).sendKeys("处理情况");
		this.browser.click(By.xpath("//button[text()='选定']"));
		this.browser.see("现在的内容");
		this.browser.see(By.name("corrected")).clear();
		this.browser.see(By.name("corrected")).sendKeys("已换门禁读头和电源");
		this.browser.see(By.name("reason")).sendKeys("当时漏写了电源");
		this.browser.screenshot("correct");
		this.browser.click(By.xpath("//button[text()='提出更正']"));
		this.browser.see("更正已提出");

		this.browser.logIn("cs-supervisor");
		this.browser.go("/records/corrections");
		this.browser.see("当时漏写了电源");
		this.browser.screenshot("corrections");
		this.browser.click(By.linkText(serial));
		this.browser.screenshot("correction");
		this.browser.click(By.xpath("//button[text()='同意更正']"));
		this.browser.see("已同意更正");
		this.browser.see("已更正");
		this.browser.screenshot("record-corrected");
		String record = this.browser.path();
		this.browser.likeAPhone();
		for (String page : new String[] { "/records", "/records/duty-log?text=" + marker, record,
				"/records/corrections" }) {
			this.browser.go(page);
			assertThat((Long) this.browser.run("return document.documentElement.scrollWidth")).as("width of " + page)
				.isLessThanOrEqualTo((Long) this.browser.run("return window.innerWidth"));
			this.browser.screenshot("phone");
		}
	}

}
