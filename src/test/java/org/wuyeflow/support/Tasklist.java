package org.wuyeflow.support;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * Camunda's Tasklist as a member of staff works with it, by the words on the screen.
 */
public final class Tasklist {

	private static final String LABEL = "//*[contains(@class,'fjs-container')]//label[starts-with(normalize-space(.), '%s')]";

	private static final String FIELD = "//*[contains(@class,'fjs-form-field')][label[starts-with(normalize-space(.), '%s')]]";

	private final Browser browser;

	private Tasklist(Browser browser) {
		this.browser = browser;
	}

	/** Logs in and opens the Tasklist. */
	public static Tasklist as(Browser browser, String user) {
		browser.logIn(user);
		browser.go("/camunda/app/tasklist/");
		browser.see(By.cssSelector(".task-filter .name"));
		return new Tasklist(browser);
	}

	/** The Tasklist that this browser shows already. */
	public static Tasklist at(Browser browser) {
		return new Tasklist(browser);
	}

	/** Opens the start form of a process. */
	public Tasklist start(String process) {
		this.browser.click(By.cssSelector(".start-process-action a"));
		this.browser.click(By.xpath("//div[contains(@class,'modal')]//a[contains(., '%s')]".formatted(process)),
				By.cssSelector(".modal .fjs-container"));
		return this;
	}

	/** Sends the start form. */
	public void sendStart() {
		this.browser.click(By.cssSelector(".modal-footer button.btn-primary"));
		this.browser.until("the start dialog to close",
				(driver) -> this.browser.has(By.cssSelector(".modal")) ? null : true);
	}

	/** Opens the list of this name. */
	public Tasklist list(String name) {
		this.browser.click(By.xpath("//*[contains(@class,'task-filter')]//a[contains(., '%s')]".formatted(name)));
		return this;
	}

	/** Opens a task of a case from the list. */
	public Tasklist open(String task, String number) {
		By link = By.xpath("//li[contains(@class,'task')][contains(., '%s')]//h4/a[normalize-space(.) = '%s']"
			.formatted(number, task));
		By nextPage = By.xpath("//*[contains(@class,'pagination-next')][not(contains(@class,'disabled'))]/a");
		this.browser.until("to find the task %s of %s".formatted(task, number), (driver) -> {
			if (this.browser.has(link)) {
				return true;
			}
			driver.findElement(nextPage).click();
			return null;
		});
		this.browser.click(link, By.xpath("//h2[normalize-space(.) = '%s']".formatted(task)));
		this.browser.see(By.cssSelector(".fjs-container"));
		return this;
	}

	/** Takes the open task. */
	public Tasklist claim() {
		this.browser.click(By.cssSelector("button.claim"));
		this.browser.until("the form to be open for work",
				(driver) -> driver.findElements(By.cssSelector(".fjs-container :disabled")).isEmpty()
						&& !this.browser.has(By.cssSelector("button.claim")) ? true : null);
		return this;
	}

	/** Types into the field with this label. */
	public Tasklist type(String label, String text) {
		WebElement field = this.browser.see(By.xpath("//*[@id = %s/@for]".formatted(LABEL.formatted(label))));
		field.clear();
		field.sendKeys(text);
		return this;
	}

	/** Chooses from the list with this label. */
	public Tasklist choose(String label, String option) {
		this.browser.click(By.xpath(FIELD.formatted(label) + "//*[contains(@class,'fjs-select-display')]/.."));
		this.browser.click(By.xpath(FIELD.formatted(label)
				+ "//*[contains(@class,'fjs-dropdownlist-item')][starts-with(normalize-space(.), '%s')]"
					.formatted(option)));
		return this;
	}

	/** Picks an answer among those shown, or ticks a box. */
	public Tasklist pick(String answer) {
		By label = By.xpath(LABEL.formatted(answer));
		By box = By.xpath("//input[@id = %s/@for]".formatted(LABEL.formatted(answer)));
		this.browser.until("to pick " + answer, (driver) -> {
			if (!driver.findElement(box).isSelected()) {
				this.browser.click(label);
			}
			return driver.findElement(box).isSelected() ? true : null;
		});
		return this;
	}

	/** Sends the open task's form. */
	public void complete() {
		this.browser.click(By.xpath("//button[@ng-click='complete()']"));
		this.browser.until("the task to be done",
				(driver) -> this.browser.has(By.xpath("//button[@ng-click='complete()']")) ? null : true);
	}

}
