package org.wuyeflow.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One member of staff at one real Chromium. Screenshots go to
 * {@code target/screenshots/<test>/}, numbered in the order in which they were taken.
 */
public final class Browser implements AutoCloseable {

	private static final Dimension DESK = new Dimension(1440, 900);

	private final ChromeDriver driver;

	private final String address;

	private final Path screenshots;

	private Browser(ChromeDriver driver, String address, Path screenshots) {
		this.driver = driver;
		this.address = address;
		this.screenshots = screenshots;
	}

	/**
	 * Opens a browser with an empty profile.
	 * @param port the application's port on this machine
	 * @param test the name of the test, under which the screenshots are kept
	 */
	public static Browser open(int port, String test) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(program("chromium").orElseThrow().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=zh-CN",
				"--disable-dev-shm-usage", "--disable-features=Translate,OptimizationHints");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
			.usingAnyFreePort()
			.build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().window().setSize(DESK);
		driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Shanghai"));
		return new Browser(driver, "http://localhost:" + port, Path.of("target", "screenshots", test));
	}

	/** Logs in on the one login page, as somebody who sits down at this desk. */
	public void logIn(String user) {
		this.driver.manage().deleteAllCookies();
		go("/login");
		run("sessionStorage.clear()");
		see(By.name("username")).sendKeys(user);
		see(By.name("password")).sendKeys("wuye-" + user, Keys.ENTER);
		until("to be logged in", (browser) -> path().equals("/") ? true : null);
	}

	/** Lets the session end, as it does after an hour. */
	public void forgetLogIn() {
		this.driver.manage().deleteAllCookies();
	}

	/** Finds what can be seen already, without waiting. */
	public WebElement find(By selector) {
		return this.driver.findElement(selector);
	}

	/** Makes the window as wide as a phone. */
	public void likeAPhone() {
		this.driver.manage().window().setSize(new Dimension(500, 900));
	}

	/** Makes the window as wide as it was at first. */
	public void likeADesk() {
		this.driver.manage().window().setSize(DESK);
	}

	public void go(String path) {
		this.driver.get(this.address + path);
	}

	public String path() {
		return this.driver.getCurrentUrl().substring(this.address.length());
	}

	/** The first element that the selector finds, waited for until it can be seen. */
	public WebElement see(By selector) {
		return until("to see " + selector, (browser) -> {
			WebElement element = browser.findElement(selector);
			return element.isDisplayed() ? element : null;
		});
	}

	/** The text, as XPath quotes it, anywhere on the page. */
	public WebElement see(String text) {
		return see(By.xpath("//*[contains(normalize-space(.), '" + text
				+ "') and not(.//*[contains(normalize-space(.), '" + text + "')])]"));
	}

	/**
	 * Whether the element can be read where the page stands, in the window and uncovered.
	 */
	public boolean inSight(WebElement element) {
		return (boolean) run("""
				const { left, right, top, bottom } = arguments[0].getBoundingClientRect();
				return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
					&& arguments[0].contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
				""", element);
	}

	public boolean has(By selector) {
		return this.driver.findElements(selector).stream().anyMatch(WebElement::isDisplayed);
	}

	/** Clicks what the selector finds, again where the page redraws it meanwhile. */
	public void click(By selector) {
		until("to click " + selector, (browser) -> {
			WebElement element = browser.findElement(selector);
			run("arguments[0].scrollIntoView({block: 'center'})", element);
			element.click();
			return true;
		});
	}

	/**
	 * Clicks what opens something, once more where the page moved under the click and
	 * nothing opens.
	 */
	public void click(By selector, By opened) {
		until("to open " + opened, (browser) -> {
			click(selector);
			try {
				return new WebDriverWait(browser, Duration.ofSeconds(8)).ignoring(StaleElementReferenceException.class)
					.until((shown) -> has(opened) ? true : null);
			}
			catch (TimeoutException ex) {
				return null;
			}
		});
	}

	public Object run(String script, Object... arguments) {
		return ((JavascriptExecutor) this.driver).executeScript(script, arguments);
	}

	public <T> T until(String what, Function<ChromeDriver, T> condition) {
		WebDriverWait wait = new WebDriverWait(this.driver, Duration.ofSeconds(20), Duration.ofMillis(100));
		wait.withMessage(() -> {
			Path shot = screenshot("failed");
			return what + " at " + this.driver.getCurrentUrl() + ", see " + shot;
		});
		wait.ignoring(NoSuchElementException.class, StaleElementReferenceException.class);
		wait.ignoring(ElementNotInteractableException.class);
		return wait.until((driver) -> condition.apply(this.driver));
	}

	/** Keeps what the printer would get. */
	public Path print(String name) {
		try {
			Files.createDirectories(this.screenshots);
			Path file = this.screenshots.resolve(name + ".pdf");
			String page = this.driver.print(new PrintOptions()).getContent();
			Files.write(file, Base64.getDecoder().decode(page));
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Keeps what the screen shows. */
	public Path screenshot(String name) {
		try {
			Files.createDirectories(this.screenshots);
			try (var taken = Files.list(this.screenshots)) {
				Path file = this.screenshots.resolve(String.format("%02d-%s.png", taken.count() + 1, name));
				Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
				return file;
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("No screenshot", ex);
		}
	}

	/** The whole of a page without a margin, however far it goes beyond the window. */
	public byte[] wholePage() {
		Map<?, ?> taken = this.driver.executeCdpCommand("Page.captureScreenshot",
				Map.of("captureBeyondViewport", true, "clip", run("""
						const page = document.body;
						return { x: 0, y: 0, width: page.offsetWidth, height: page.offsetHeight, scale: 1 };
						""")));
		return Base64.getDecoder().decode((String) taken.get("data"));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	private static Optional<Path> program(String program) {
		return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Skips browser tests where Chromium or its driver is missing, and says so; in CI the
	 * test fails instead.
	 */
	static class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (program("chromium").isPresent() && program("chromedriver").isPresent()) {
				return ConditionEvaluationResult.enabled("There is a browser");
			}
			String why = "the browser tests need chromium and chromedriver on the path";
			if (Boolean.parseBoolean(System.getenv("CI"))) {
				throw new IllegalStateException("CI must run the browser tests, but " + why);
			}
			System.err.println("BROWSER TESTS NOT RUN: " + why);
			return ConditionEvaluationResult.disabled(why);
		}

	}

}
