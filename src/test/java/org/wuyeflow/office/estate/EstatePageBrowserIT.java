package org.wuyeflow.office.estate;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.Browser;
import org.wuyeflow.support.BrowserTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class EstatePageBrowserIT {

	private static final String HEADER = "房号,入住日期,身份,姓名,电话\n";

	@LocalServerPort
	int port;

	@Autowired
	Houses houses;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@TempDir
	Path folder;

	private Browser browser;

	@AfterEach
	void clear() {
		if (this.browser != null) {
			this.browser.close();
		}
		this.transaction.executeWithoutResult((status) -> {
			String trial = "(select id from house where office_id = 'cuihu' and building = '99')";
			this.jdbc.update("delete from occupancy where house_id in " + trial);
			this.jdbc.update("delete from house where office_id = 'cuihu' and building = '99'");
			this.jdbc.update("delete from estate_import");
		});
	}

	@Test
	void managerSeesWhatWouldChangeBeforeHeConfirms() throws IOException {
		this.browser = Browser.open(this.port, "estate");
		this.browser.logIn("office-manager");
		this.browser.click(By.linkText("房屋和业主"));
		this.browser.screenshot("empty");
		upload("坏.csv", HEADER + "99-1-101,2022-13-01,业主,王伟,13900000001\n99-101,,房东,,1.39E+10\n");
		this.browser.see("有 2 处错误，什么都没有导入");
		this.browser.see("第 2 行：入住日期「2022-13-01」不存在");
		this.browser.screenshot("mistakes");

		upload("资料.csv", HEADER + "99-1-101,2022-05-01,业主,𠮷伟,13900000001\n99-1-101,,家属,李芳,\n99-1-102,,,,\n");
		this.browser.see("还没有导入。");
		assertThat(this.browser.see(By.cssSelector("main")).getText()).contains("新增房屋 2 户、新增业主 1 人、新增家属 1 人；文件里没有的");
		this.browser.screenshot("preview");
		this.browser.click(By.xpath("//button[. = '确认导入']"));
		this.browser.see("已导入：新增房屋 2 户");
		assertThat(this.houses.occupants(this.houses.find("cuihu", "99-1-101"))).hasSize(2);

		upload("资料2.csv", HEADER + "99-1-101,2022-05-01,业主,𠮷伟,13900000002\n99-1-102,2026-01-02,业主,孙丽,\n");
		this.browser.click(By.tagName("summary"));
		this.browser.see("99-1-101：业主的电话变更、家属迁出");
		this.browser.screenshot("changes");
		this.browser.likeAPhone();
		this.browser.screenshot("on-a-phone");
		this.browser.click(By.xpath("//button[. = '不导入']"));
		this.browser.until("the changes to be gone",
				(driver) -> this.browser.has(By.xpath("//button[. = '确认导入']")) ? null : true);
		assertThat(this.houses.occupants(this.houses.find("cuihu", "99-1-101"))).hasSize(2);
	}

	@Test
	void fileOfExcelInGbkIsRead() throws IOException {
		this.browser = Browser.open(this.port, "estate");
		this.browser.logIn("office-manager");
		this.browser.go("/estate");
		Path file = this.folder.resolve("gbk.csv");
		Files.write(file, (HEADER + "99-1-101,,业主,王伟,13900000001\r\n").getBytes(Charset.forName("GBK")));
		choose(file);
		this.browser.see("还没有导入。");
	}

	@Test
	void managerImportsForHisOwnOfficeOnly() {
		Visitor manager = Visitor.loggedIn(this.port, "office-manager-jinmao");
		assertThat(upload(manager, "管理处," + HEADER + "cuihu,99-1-101,,业主,王伟,\n"))
			.contains("管理处「cuihu」不存在，或不由您导入，应为金茂大厦管理处")
			.doesNotContain("翠湖");
		assertThat(manager.form("/estate/load", Map.of("_csrf", manager.tokenOn("/estate"))).statusCode())
			.isEqualTo(409);
		Visitor admin = Visitor.loggedIn(this.port, "admin");
		assertThat(upload(admin, "管理处," + HEADER + "cuihu,99-1-101,,业主,王伟,\n")).contains("还没有导入");
	}

	@Test
	void confirmationHoldsForWhatWasShownOnly() {
		Visitor manager = Visitor.loggedIn(this.port, "office-manager");
		Visitor admin = Visitor.loggedIn(this.port, "admin");
		upload(manager, HEADER + "99-1-101,,业主,王伟,\n");
		upload(admin, "管理处," + HEADER + "cuihu,99-1-101,,业主,别人,\n");
		assertThat(confirm(admin)).contains("已导入：新增房屋 1 户");
		assertThat(confirm(manager)).contains("房屋资料刚才被别人改动过，什么都没有导入", "业主迁出 1 人", "确认导入");
		assertThat(confirm(manager)).contains("已导入：新增业主 1 人、业主迁出 1 人");
	}

	@Test
	void thousandsOfMistakesDoNotBreakThePage() {
		Visitor manager = Visitor.loggedIn(this.port, "office-manager");
		String rows = IntStream.range(0, 3000).mapToObj((i) -> "x,,,,\n").collect(Collectors.joining());
		assertThat(upload(manager, HEADER + rows)).contains("有 3000 处错误", "另有 2000 处没有列出", "第 1001 行：")
			.doesNotContain("第 1002 行：");
	}

	@Test
	void fileTooLargeIsRefusedInOneSentence() throws IOException {
		this.browser = Browser.open(this.port, "estate");
		this.browser.logIn("office-manager");
		this.browser.go("/estate");
		Path file = this.folder.resolve("大.csv");
		try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
			bytes.setLength(30 * 1024 * 1024);
		}
		choose(file);
		this.browser.see(By.xpath("//h1[. = '文件太大']"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "front-desk", "cs-supervisor", "auditor", "general-manager" })
	void othersDoNotImport(String user) {
		Visitor visitor = Visitor.loggedIn(this.port, user);
		assertThat(visitor.get("/").body()).doesNotContain("/estate");
		assertThat(visitor.get("/estate").statusCode()).isEqualTo(403);
		HttpResponse<String> upload = visitor.upload("/estate", Map.of("_csrf", visitor.tokenOn("/")), "file", HEADER);
		assertThat(upload.statusCode()).isEqualTo(403);
		assertThat(visitor.form("/estate/load", Map.of("_csrf", visitor.tokenOn("/"))).statusCode()).isEqualTo(403);
	}

	private void upload(String name, String text) throws IOException {
		choose(Files.writeString(this.folder.resolve(name), text));
	}

	private void choose(Path file) {
		this.browser.see(By.name("file")).sendKeys(file.toString());
		this.browser.click(By.xpath("//button[. = '对照']"));
	}

	private static String upload(Visitor visitor, String text) {
		visitor.upload("/estate", Map.of("_csrf", visitor.tokenOn("/estate")), "file", text);
		return visitor.get("/estate").body();
	}

	private static String confirm(Visitor visitor) {
		visitor.form("/estate/load", Map.of("_csrf", visitor.tokenOn("/estate")));
		return visitor.get("/estate").body();
	}

}
