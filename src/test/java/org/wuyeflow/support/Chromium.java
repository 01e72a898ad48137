package org.wuyeflow.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser without a window, as a clerk's: Chinese, 1400 × 1000. The system's
 * chromium and chromedriver are used where they are, else what Selenium finds. Pictures
 * go to {@code target/screenshots}.
 */
public final class Chromium extends ChromeDriver {

	private static final File BROWSER = new File("/usr/bin/chromium");

	private static final File DRIVER = new File("/usr/bin/chromedriver");

	private Chromium(ChromeDriverService service, ChromeOptions options) {
		super(service, options);
	}

	/** Opens the browser; close it with {@link #quit()}. */
	public static Chromium open() {
		ChromeOptions options = new ChromeOptions();
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--window-size=1400,1000", "--lang=zh-CN");
		ChromeDriverService.Builder service = new ChromeDriverService.Builder();
		if (BROWSER.canExecute() && DRIVER.canExecute()) {
			options.setBinary(BROWSER);
			service.usingDriverExecutable(DRIVER);
		}
		return new Chromium(service.build(), options);
	}

	/** Waits until this is to be seen; takes a picture where it does not come. */
	public WebElement waitFor(By what) {
		try {
			return new WebDriverWait(this, Duration.ofSeconds(60))
				.until(ExpectedConditions.visibilityOfElementLocated(what));
		}
		catch (TimeoutException ex) {
			photograph("missing");
			throw ex;
		}
	}

	/** Keeps a picture of the page as {@code target/screenshots/<name>.png}. */
	public void photograph(String name) {
		try {
			Path folder = Files.createDirectories(Path.of("target", "screenshots"));
			Files.write(folder.resolve(name + ".png"), getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
