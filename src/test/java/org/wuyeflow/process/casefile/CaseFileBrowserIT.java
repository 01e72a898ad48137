package org.wuyeflow.process.casefile;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.attachment.Attachments;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Pictures;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class CaseFileBrowserIT {

	private static final By TAB = By.linkText("档案");

	private static final By PICK = By.cssSelector(".wf-upload input[multiple]");

	private static final By PROBLEM = By.cssSelector(".wf-upload .wf-problem");

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Attachments attachments;

	@Autowired
	TransactionTemplate transaction;

	@TempDir
	Path folder;

	private Browser browser;

	private Desk.Case complaint;

	private String serial;

	@BeforeEach
	void open() {
		this.browser = Browser.open(this.port, "case-file");
		this.complaint = new Desk(this.engine).start("front-desk", "complaint-handling",
				Map.of("origin", "office", "channel", "visit", "complainantKind", "owner", "complainantName", "𠮷先生",
						"houseNumber", "3-2-1501", "subject", "噪音", "content", "夜间装修", "apologised", true));
		this.serial = this.transaction
			.execute((status) -> this.dutyLog.enter("cuihu", this.complaint.number(), null,
					Instant.parse("2026-03-05T14:30:00Z"), "夜间再次来电，请次日回复。", "已安抚"))
			.serial();
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void photoIsAttachedToTheCaseFromItsTask() throws IOException {
		openTask();
		assertThat(this.browser
			.run("return performance.getEntriesByType('resource').filter(e => e.name.includes('case-file/')).length"))
			.as("nothing is loaded before the tab is opened")
			.isEqualTo(0L);
		this.browser.click(TAB);
		this.browser.see("值班记录表 " + this.serial);
		this.browser.see("还没有附件。");
		this.browser.see("夜间再次来电，请次日回复。");

		this.browser.find(PICK).sendKeys(file("门口.jpg", Pictures.phonePhoto(1600, 1200, Color.ORANGE, Color.GRAY)));
		WebElement picture = this.browser.see(By.cssSelector(".wf-files img"));
		this.browser.until("the thumbnail to be there",
				(driver) -> (Boolean) this.browser.run("return arguments[0].naturalHeight === 320", picture) ? true
						: null);
		assertThat(this.browser.find(By.cssSelector(".wf-name")).getText()).isEqualTo("门口.jpg");
		assertThat(this.browser.has(PROBLEM)).isFalse();
		this.browser.screenshot("photo-attached");

		this.browser.find(PICK)
			.sendKeys(file("来信.pdf", Pictures.pdf("信")) + "\n" + file("说明.docx", "PK\u0003\u0004 word".getBytes()));
		assertThat(this.browser.see(PROBLEM).getText())
			.isEqualTo("说明.docx：只能上传 JPG、PNG 图片和 PDF 文件。Word、Excel 文件请先另存为 PDF。");
		assertThat(this.browser.inSight(this.browser.find(PROBLEM))).isTrue();
		this.browser.screenshot("word-refused");
		assertThat(this.attachments.of(this.complaint.number())).hasSize(2);

		Path large = Path.of(file("扫描.pdf", new byte[0]));
		try (var bytes = new java.io.RandomAccessFile(large.toFile(), "rw")) {
			bytes.setLength(21 * 1024 * 1024);
		}
		this.browser.find(PICK).sendKeys(large.toString());
		this.browser.until("to be told of the size",
				(driver) -> this.browser.see(PROBLEM).getText().startsWith("文件太大，每个文件不能超过 20 MB") ? true : null);
		assertThat(this.browser.find(By.cssSelector(".wf-upload progress")).isDisplayed()).isFalse();
	}

	@Test
	void fileIsDroppedOnTheSection() {
		openTask();
		this.browser.click(TAB);
		WebElement section = this.browser.see(By.cssSelector(".wf-attachments"));
		this.browser.run("""
				const file = new File([Uint8Array.from(arguments[1])], '来信.pdf', { type: 'application/pdf' });
				const dataTransfer = new DataTransfer();
				dataTransfer.items.add(file);
				for (const type of ['dragover', 'drop']) {
					arguments[0].dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
				}""", section, bytes(Pictures.pdf("信")));
		assertThat(this.browser.see(By.cssSelector(".wf-name")).getText()).isEqualTo("来信.pdf");
		assertThat(this.browser.has(By.cssSelector(".wf-drop"))).isFalse();
	}

	@Test
	void mistakeIsWithdrawnWithAReasonAndStays() throws IOException {
		openTask();
		this.browser.click(TAB);
		this.browser.see(By.cssSelector(".wf-upload"));
		this.browser.find(PICK).sendKeys(file("错.png", Pictures.png(300, 300, Color.PINK, Color.CYAN)));
		this.browser.click(By.cssSelector(".wf-files summary"));
		this.browser.see(By.name("reason")).sendKeys("拍到了别人", Keys.ENTER);
		assertThat(this.browser.see(By.cssSelector(".wf-why")).getText()).contains("撤回：拍到了别人");
		assertThat(this.browser.has(By.cssSelector(".wf-files summary"))).isFalse();
		this.browser.screenshot("withdrawn");
	}

	@Test
	void phoneHasACameraAndTheRecordHasTheSamePictures() throws IOException {
		openTask();
		this.browser.likeAPhone();
		this.browser.click(TAB);
		WebElement camera = this.browser.until("the way to the camera",
				(driver) -> driver.findElement(By.cssSelector(".wf-camera input")));
		assertThat(camera.getDomAttribute("capture")).isEqualTo("environment");
		this.browser.find(PICK).sendKeys(file("门锁.jpg", Pictures.jpeg(900, 1600, Color.DARK_GRAY, Color.LIGHT_GRAY)));
		this.browser.see(By.cssSelector(".wf-files img"));
		this.browser.run("document.querySelector('.wf-attachments').scrollIntoView({block: 'center'})");
		this.browser.screenshot("tab-on-a-phone");

		this.browser.go("/records/duty-log/cuihu/" + this.serial);
		this.browser.see(By.cssSelector(".wf-files img"));
		this.browser.find(PICK).sendKeys(file("第二张.png", Pictures.png(300, 300, Color.PINK, Color.CYAN)));
		this.browser.until("the second picture",
				(driver) -> driver.findElements(By.cssSelector(".wf-files li")).size() == 2 ? true : null);
		this.browser.run("document.querySelector('.wf-attachments').scrollIntoView({block: 'center'})");
		this.browser.screenshot("record-on-a-phone");
	}

	@Test
	void whoseSessionHasEndedIsToldSo() throws IOException {
		openTask();
		this.browser.click(TAB);
		this.browser.see(By.cssSelector(".wf-upload"));
		this.browser.forgetLogIn();
		this.browser.find(PICK).sendKeys(file("晚了.pdf", Pictures.pdf("晚")));
		assertThat(this.browser.see(PROBLEM).getText()).contains("登录已经过期");
		assertThat(this.attachments.of(this.complaint.number())).isEqualTo(List.of());
	}

	private void openTask() {
		String task = this.complaint.openTasks().get(0);
		this.browser.logIn(this.complaint.candidates(task).get(0));
		this.browser.go("/camunda/app/tasklist/default/#/?task=" + this.complaint.task(task).getId());
		this.browser.see(By.cssSelector(".wf-case"));
	}

	private static List<Integer> bytes(byte[] content) {
		return IntStream.range(0, content.length).mapToObj((at) -> content[at] & 0xff).toList();
	}

	private String file(String name, byte[] content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.write(file, content);
		return file.toString();
	}

}
