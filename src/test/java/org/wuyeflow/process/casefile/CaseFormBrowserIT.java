package org.wuyeflow.process.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.wuyeflow.process.form.GuardedTrial;
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

	@Autowired
	private IdentityService identityService;

	private ChromeDriver browser;

	@BeforeEach
	void open() {
		this.trial.deploy();
		ChromeOptions options = new ChromeOptions();
		options.setBinary("/usr/bin/chromium");
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,1000",
				"--lang=zh-CN");
		this.browser = new ChromeDriver(options);
	}

	@AfterEach
	void close() {
		this.browser.quit();
		this.trial.undeploy();
	}

	@Test
	void caseStandsAboveTheFieldsAsTypedAndARefusalSaysWhatIsWrong() throws IOException {
		Task task = task();
		logIn();
		this.browser.get(address("/camunda/app/tasklist/default/#/?task=" + task.getId()));
		WebElement caseFile = waitFor(By.cssSelector(".wf-case"));
		assertThat(caseFile.findElements(By.cssSelector(".wf-case-facts tr"))).hasSize(3);
		assertThat(caseFile.findElement(By.cssSelector(".wf-case-facts tr:nth-child(3)")).getText()).contains("联系电话")
			.contains("13800138000");
		WebElement text = caseFile.findElement(By.cssSelector(".wf-case-text p"));
		assertThat(text.getText()).startsWith("<img src=x onerror=alert(1)> & \"引号\" {{1+1}} ${2+2}\n第二行 𠮷😀");
		assertThat(text.getCssValue("white-space")).isEqualTo("pre-wrap");
		assertThat(caseFile.findElements(By.cssSelector("img, b"))).isEmpty();
		assertThat(caseFile.findElements(By.cssSelector(".wf-case-progress li"))).hasSize(2);
		assertThat(caseFile.getText()).doesNotContain("{{this").doesNotContain("ERROR");
		photograph("case-above-the-form");
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
		new WebDriverWait(this.browser, Duration.ofSeconds(20))
			.until(ExpectedConditions.not(ExpectedConditions.urlContains("/login")));
	}

	private WebElement waitFor(By what) throws IOException {
		try {
			return new WebDriverWait(this.browser, Duration.ofSeconds(40))
				.until(ExpectedConditions.visibilityOfElementLocated(what));
		}
		catch (org.openqa.selenium.TimeoutException ex) {
			photograph("missing");
			throw ex;
		}
	}

	private void photograph(String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "screenshots"));
		Files.write(folder.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

}
