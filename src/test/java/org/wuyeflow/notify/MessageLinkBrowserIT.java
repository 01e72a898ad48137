package org.wuyeflow.notify;

import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Desk;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class MessageLinkBrowserIT {

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	NotifySettings settings;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = Browser.open(this.port, "message-link");
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void linkLeadsToTheTasksOfTheCaseAndOfNoOther() {
		String other = complaint();
		String number = complaint();
		this.browser.logIn("cs-supervisor");
		this.browser.go(this.settings.casePath().replace("{number}", number));

		this.browser.see(By.xpath("//li[contains(@class,'task')][contains(., '%s')]".formatted(number)));
		this.browser
			.until("the other case to be left out",
					(driver) -> this.browser
						.has(By.xpath("//li[contains(@class,'task')][contains(., '%s')]".formatted(other))) ? null
								: true);
		this.browser.screenshot("case-of-a-message");
	}

	private String complaint() {
		return new Desk(this.engine)
			.start("front-desk", "complaint-handling",
					Map.of("origin", "office", "channel", "visit", "complainantKind", "owner", "houseNumber",
							"3-2-1501", "subject", "噪音", "content", "夜间装修", "apologised", true))
			.number();
	}

}
