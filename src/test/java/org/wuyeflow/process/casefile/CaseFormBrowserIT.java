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
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class CaseFormBrowserIT {

	@LocalServerPort
	private int port;

	@Autowired
	private GuardedTrial trial;

	@Autowired
	private TaskService taskService;

	@Autowired
	private RuntimeService runtimeService;

	private Browser browser;

	@BeforeEach
	void open() {
		this.trial.deploy();
		this.browser = Browser.open(this.port, "case-form");
	}

	@AfterEach
	void close() {
		this.browser.close();
		this.trial.undeploy();
	}

	@Test
	void caseStandsAboveTheFieldsAsTyped() {
		Task task = task();
		this.browser.logIn("front-desk");
		this.browser.go("/camunda/app/tasklist/default/#/?task=" + task.getId());
		WebElement caseFile = this.browser.see(By.cssSelector(".wf-case"));
		assertThat(caseFile.findElements(By.cssSelector(".wf-case-facts tr"))).hasSize(4);
		assertThat(caseFile.findElement(By.cssSelector(".wf-case-facts tr:nth-child(4)")).getText()).contains("联系电话")
			.contains("13800138000");
		WebElement text = caseFile.findElement(By.cssSelector(".wf-case-text p"));
		assertThat(text.getText()).startsWith("<img src=x onerror=alert(1)> & \"引号\" {{1+1}} ${2+2}\n第二行 𠮷😀");
		assertThat(text.getCssValue("white-space")).isEqualTo("pre-wrap");
		assertThat(caseFile.findElements(By.cssSelector("img, b"))).isEmpty();
		assertThat(caseFile.findElements(By.cssSelector(".wf-case-progress li"))).hasSize(2);
		assertThat(caseFile.getText()).doesNotContain("{{this").doesNotContain("ERROR");
		this.browser.screenshot("case-above-the-form");
	}

	@Test
	void refusalOfTheServerIsShownAndWhatWasTypedStays() {
		Task task = task();
		this.browser.logIn("front-desk");
		this.browser.go("/camunda/app/tasklist/default/#/?task=" + task.getId());
		WebElement outcome = this.browser.see(By.cssSelector(".fjs-container textarea"));
		outcome.sendKeys("拒绝");
		this.browser.see(By.cssSelector(".form-actions button.btn-primary")).click();
		this.browser.see(By.xpath("//*[contains(text(), '这一事项已经办结，不能再登记结果。')]"));
		assertThat(outcome.getDomProperty("value")).isEqualTo("拒绝");
		assertThat(this.browser.see(By.tagName("body")).getText()).doesNotContain("ENGINE-");
		this.browser.screenshot("refusal-in-the-tasklist");
	}

	private Task task() {
		this.runtimeService.startProcessInstanceByKey(GuardedTrial.PROCESS,
				Map.of("subject", "漏水", "channel", "phone", "settled", false, "office", "cuihu"));
		Task task = this.taskService.createTaskQuery().processDefinitionKey(GuardedTrial.PROCESS).singleResult();
		this.taskService.setAssignee(task.getId(), "front-desk");
		return task;
	}

}
