package org.wuyeflow.process.casefile;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.wuyeflow.process.form.GuardedTrial;
import org.wuyeflow.support.Chromium;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class CaseFormBrowserIT {

	@LocalServerPort
	private int port;

	@Autowired
	private GuardedTrial trial;

	@Autowired
	private TaskService taskService;

	@Autowired
	private RuntimeService runtimeService;

	private Chromium browser;

	@BeforeEach
	void open() {
		this.trial.deploy();
		this.browser = Chromium.open();
	}

	@AfterEach
	void close() {
		this.browser.quit();
		this.trial.undeploy();
	}

	@Test
	void caseStandsAboveTheFieldsAsTyped() {
		Task task = task();
		logIn();
		this.browser.get(address("/camunda/app/tasklist/default/#/?task=" + task.getId()));
		WebElement caseFile = this.browser.waitFor(By.cssSelector(".wf-case"));
		assertThat(caseFile.findElements(By.cssSelector(".wf-case-facts tr"))).hasSize(3);
		assertThat(caseFile.findElement(By.cssSelector(".wf-case-facts tr:nth-child(3)")).getText()).contains("联系电话")
			.contains("13800138000");
		WebElement text = caseFile.findElement(By.cssSelector(".wf-case-text p"));
		assertThat(text.getText()).startsWith("<img src=x onerror=alert(1)> & \"引号\" {{1+1}} ${2+2}\n第二行 𠮷😀");
		assertThat(text.getCssValue("white-space")).isEqualTo("pre-wrap");
		assertThat(caseFile.findElements(By.cssSelector("img, b"))).isEmpty();
		assertThat(caseFile.findElements(By.cssSelector(".wf-case-progress li"))).hasSize(2);
		assertThat(caseFile.getText()).doesNotContain("{{this").doesNotContain("ERROR");
		this.browser.photograph("case-above-the-form");
	}

	@Test
	void refusalOfTheServerIsShownAndWhatWasTypedStays() {
		Task task = task();
		logIn();
		this.browser.get(address("/camunda/app/tasklist/default/#/?task=" + task.getId()));
		WebElement outcome = this.browser.waitFor(By.cssSelector(".fjs-container textarea"));
		outcome.sendKeys("拒绝");
		this.browser.waitFor(By.cssSelector(".form-actions button.btn-primary")).click();
		this.browser.waitFor(By.xpath("//*[contains(text(), '这一事项已经办结，不能再登记结果。')]"));
		assertThat(outcome.getDomProperty("value")).isEqualTo("拒绝");
		assertThat(this.browser.findElement(By.tagName("body")).getText()).doesNotContain("ENGINE-");
		this.browser.photograph("refusal-in-the-tasklist");
	}

	private Task task() {
		this.runtimeService.startProcessInstanceByKey(GuardedTrial.PROCESS,
				Map.of("subject", "漏水", "channel", "phone", "settled", false, "office", "cuihu"));
		Task task = this.taskService.createTaskQuery().processDefinitionKey(GuardedTrial.PROCESS).singleResult();
		this.taskService.setAssignee(task.getId(), "front-desk");
		return task;
	}

	private void logIn() {
		this.browser.get(address("/login"));
		this.browser.findElement(By.name("username")).sendKeys("front-desk");
		this.browser.findElement(By.name("password")).sendKeys("wuye-front-desk");
		this.browser.findElement(By.cssSelector("form button[type=submit]")).click();
		this.browser.waitFor(By.cssSelector("main"));
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

}
