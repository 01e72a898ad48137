package org.wuyeflow.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Camunda's Tasklist as a member of staff works with it: by the words on the screen.
 */
final class Tasklist {

	private final Browser browser;

	private Tasklist(Browser browser) {
		this.browser = browser;
	}

	/** Logs in on the one login page and opens the Tasklist. */
	static Tasklist as(Browser browser, String user) {
		browser.go("/logout-now");
		browser.go("/camunda/app/tasklist/");
		browser.see(By.name("username")).sendKeys(user);
		browser.see(By.name("password")).sendKeys("wuye-" + user, Keys.ENTER);
		browser.see(By.cssSelector(".tasks-list, .task-filters"));
		return new Tasklist(browser);
	}

	/** Opens the start form of a process. */
	Tasklist start(String process) {
		this.browser.click(By.cssSelector(".start-process-action a, [ng-click*='openProcessModal']"));
		this.browser
			.click(By.xpath("//div[contains(@class,'modal')]//a[contains(normalize-space(.), '" + process + "')]"));
		this.browser.see(By.cssSelector(".modal .fjs-container"));
		return this;
	}

	/** Sends the start form. */
	void sendStart() {
		this.browser.click(By.xpath("//div[contains(@class,'modal-footer')]//button[contains(@class,'btn-primary')]"));
		this.browser.until("the start dialog to close",
				(driver) -> driver.findElements(By.cssSelector(".modal .fjs-container")).isEmpty() ? true : null);
	}

	/** Opens a filter by its name. */
	Tasklist filter(String name) {
		this.browser.click(By
			.xpath("//*[contains(@class,'task-filters')]//*[contains(@class,'name') and contains(., '" + name + "')]"));
		return this;
	}

	/** Opens the task of a case from the list. */
	Tasklist open(String task, String number) {
		this.browser.click(By.xpath("//ol[contains(@class,'tasks-list')]/li[contains(., '" + task
				+ "') and contains(., '" + number + "')]//*[contains(@class,'task')]"));
		this.browser
			.see(By.xpath("//*[contains(@class,'task-details') or contains(@class,'column-right')]//h2[contains(., '"
					+ task + "')]"));
		return this;
	}

	/** Takes the task. */
	Tasklist claim() {
		this.browser.click(By
			.xpath("//*[contains(@class,'claim')]//a | //button[contains(@class,'claim')] | //*[@ng-click='claim()']"));
		this.browser.until("the form to open for work",
				(driver) -> driver
					.findElements(By.cssSelector(".task-form .fjs-container, .tab-content .fjs-container"))
					.isEmpty() ? null : true);
		return this;
	}

	Tasklist type(String label, String text) {
		WebElement field = field(label);
		field.click();
		field.sendKeys(text);
		return this;
	}

	Tasklist choose(String label, String option) {
		String field = "//*[contains(@class,'fjs-form-field')][.//label[starts-with(normalize-space(.), '" + label
				+ "')]]";
		this.browser.click(
				By.xpath(field + "//*[contains(@class,'fjs-select-display') or contains(@class,'fjs-input-group')]"));
		this.browser
			.click(By.xpath(field + "//*[contains(@class,'fjs-dropdownlist-item') and starts-with(normalize-space(.), '"
					+ option + "')]"));
		return this;
	}

	Tasklist pick(String option) {
		this.browser.click(
				By.xpath("//label[contains(@class,'fjs-form-field-label')][starts-with(normalize-space(.), '" + option
						+ "')]//input | //input[@id=//label[starts-with(normalize-space(.), '" + option + "')]/@for]"));
		return this;
	}

	/** Completes the open task. */
	void complete() {
		this.browser.click(By.xpath("//button[contains(@class,'btn-primary') and @ng-click='complete()']"));
		this.browser.until("the task to be completed",
				(driver) -> driver.findElements(By.xpath("//button[@ng-click='complete()']")).isEmpty() ? true : null);
	}

	private WebElement field(String label) {
		return this.browser.see(By.xpath("//*[@id=//label[starts-with(normalize-space(.), '" + label + "')]/@for]"));
	}

}
