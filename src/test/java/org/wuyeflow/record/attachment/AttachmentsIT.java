package org.wuyeflow.record.attachment;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.key.KeyTrial;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Pictures;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attachments over HTTP, on a real database.
 */
@IntegrationTest
class AttachmentsIT {

	private static final byte[] PHOTO = Pictures.phonePhoto(900, 600, Color.RED, Color.BLUE);

	@LocalServerPort
	int port;

	@Autowired
	Attachments attachments;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	ProcessEngine engine;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	private DutyLogEntry entry;

	@BeforeEach
	void enter() {
		this.entry = this.transaction.execute((status) -> this.dutyLog.enter("cuihu", null, null,
				Instant.parse("2026-03-05T06:30:00Z"), "信箱破损", null));
	}

	@Test
	void photoIsKeptAsItCameAndShownSmallWithoutItsPlace() {
		Visitor desk = as("front-desk");
		assertThat(attach(desk, "信箱.jpg", PHOTO).statusCode()).isEqualTo(204);

		Attachment attachment = only();
		assertThat(attachment.fileName()).isEqualTo("信箱.jpg");
		assertThat(attachment.attachedBy()).isEqualTo("林晓梅");
		assertThat(attachment.sha256()).isEqualTo(CheckedFile.sha256(PHOTO));
		HttpResponse<byte[]> file = desk.file("/attachments/" + attachment.id());
		assertThat(file.body()).isEqualTo(PHOTO);
		assertThat(file.headers().firstValue("Content-Type")).hasValue("image/jpeg");
		assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline")
			.contains("filename*=UTF-8''%E4%BF%A1%E7%AE%B1.jpg");
		assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(file.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("default-src 'none'", "sandbox")
			.doesNotContain("script");
		assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		HttpResponse<byte[]> thumbnail = desk.file("/attachments/" + attachment.id() + "/thumbnail");
		assertThat(thumbnail.headers().firstValue("Content-Type")).hasValue("image/jpeg");
		assertThat(new String(thumbnail.body(), StandardCharsets.ISO_8859_1)).doesNotContain(Pictures.PLACE);
		assertThat(desk.get(record()).body()).contains("信箱.jpg", "/attachments/" + attachment.id() + "/thumbnail",
				"照片 · ");
	}

	@Test
	void pdfIsDownloadedAndNotShown() {
		Visitor desk = as("front-desk");
		attach(desk, "委托书.pdf", Pictures.pdf("x"));

		HttpResponse<byte[]> file = desk.file("/attachments/" + only().id());
		assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
		assertThat(desk.get("/attachments/" + only().id() + "/thumbnail").statusCode()).isEqualTo(404);
	}

	@Test
	void changeLogHasTheHashAndEachWithdrawal() {
		attach(as("front-desk"), "a.jpg", PHOTO);
		withdraw(as("front-desk"), only().id(), "拍错了");

		List<Map<String, Object>> changes = this.jdbc.queryForList("""
				select fields, personal_fields, staff_id from record_change
				where entity = 'Attachment' and office_id = 'cuihu' order by changed_at desc limit 2""");
		assertThat(changes.get(1).get("fields").toString()).contains(CheckedFile.sha256(PHOTO)).doesNotContain("a.jpg");
		assertThat(changes.get(1).get("personal_fields").toString()).contains("a.jpg");
		assertThat(changes.get(0).get("personal_fields").toString()).contains("拍错了");
	}

	@Test
	void refusedFileLeavesNothing() {
		Visitor desk = as("front-desk");
		HttpResponse<String> refused = attach(desk, "病历.jpg", "<script>".getBytes(StandardCharsets.UTF_8));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("\"message\":\"只能上传 JPG、PNG 图片和 PDF 文件。\"");
		assertThat(this.attachments.in(Folder.of(this.entry))).isEmpty();
		assertThat(desk.upload(record() + "/attachments", Map.of("kind", "NONE"), "a.jpg", PHOTO).statusCode())
			.isEqualTo(400);
		assertThat(desk.upload(record() + "/attachments", Map.of(), "a.jpg", PHOTO).body()).contains("message");
	}

	@Test
	void fileTooLargeIsRefusedInOneSentence() {
		byte[] large = Arrays.copyOf(PHOTO, 21 * 1024 * 1024 + 5000);
		HttpResponse<String> refused = attach(as("front-desk"), "a.jpg", large);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("文件太大，每个文件不能超过 20 MB");
		assertThat(attach(as("front-desk"), "a.jpg", Arrays.copyOf(PHOTO, 20 * 1024 * 1024 + 1)).body())
			.contains("文件太大，每个文件不能超过 20 MB");
		assertThat(this.attachments.in(Folder.of(this.entry))).isEmpty();
	}

	@Test
	void largestFileIsKeptWhole() {
		byte[] largest = Arrays.copyOf(PHOTO, 20 * 1024 * 1024);
		assertThat(attach(as("front-desk"), "a.jpg", largest).statusCode()).isEqualTo(204);
		assertThat(as("front-desk").bytes("/attachments/" + only().id())).isEqualTo(largest);
	}

	@Test
	void sameFileASecondTimeIsNoSecondAttachment() {
		Visitor desk = as("front-desk");
		attach(desk, "a.jpg", PHOTO);
		attach(desk, "b.jpg", PHOTO);
		assertThat(only().fileName()).isEqualTo("a.jpg");
		withdraw(desk, only().id(), "重传");
		attach(desk, "c.jpg", PHOTO);
		assertThat(this.attachments.in(Folder.of(this.entry))).extracting(Attachment::withdrawn)
			.containsExactly(true, false);
	}

	@ParameterizedTest
	@CsvSource({ "front-desk, 204, 200", "engineering, 204, 200", "office-manager, 204, 200",
			"general-manager, 204, 200", "auditor, 403, 200", "quality-management, 403, 200",
			"front-desk-jinmao, 404, 404", "admin, 404, 404" })
	void whoSeesTheRecordSeesItsAttachmentsAndWhoWorksOnItAttaches(String user, int attaching, int reading) {
		attach(as("steward"), "first.jpg", PHOTO);
		UUID first = only().id();
		Visitor visitor = as(user);
		assertThat(attach(visitor, "second.pdf", Pictures.pdf(user)).statusCode()).isEqualTo(attaching);
		assertThat(visitor.get("/attachments/" + first).statusCode()).isEqualTo(reading);
		assertThat(visitor.get("/attachments/" + first + "/thumbnail").statusCode()).isEqualTo(reading);
		assertThat(visitor.get(record() + "/attachments").statusCode()).isEqualTo(reading);
		assertThat(visitor.get("/attachments/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
	}

	@Test
	void visitorWithoutLogInGetsNothing() {
		attach(as("front-desk"), "a.jpg", PHOTO);
		assertThat(Visitor.at(this.port).get("/attachments/" + only().id()).statusCode()).isEqualTo(302);
	}

	@Test
	void uploadWithoutThePagesTokenIsRefused() {
		assertThat(
				as("front-desk").upload(record() + "/attachments", Map.of("kind", "PHOTO"), "file", "x").statusCode())
			.isEqualTo(403);
	}

	@Test
	void withdrawnAttachmentStaysWithItsReasonForWhoOversees() {
		attach(as("front-desk"), "a.jpg", PHOTO);
		UUID id = only().id();
		assertThat(withdraw(as("steward"), id, "不是我的").statusCode()).isEqualTo(403);
		assertThat(withdraw(as("auditor"), id, "不是我的").statusCode()).isEqualTo(403);
		assertThat(withdraw(as("front-desk-jinmao"), id, "别的管理处").statusCode()).isEqualTo(404);
		assertThat(withdraw(as("front-desk"), id, "  ").body()).contains("请写明撤回的原因");
		assertThat(withdraw(as("cs-supervisor"), id, "拍到了<b>别人</b>").statusCode()).isEqualTo(204);
		assertThat(withdraw(as("front-desk"), id, "再撤回").statusCode()).isEqualTo(409);

		assertThat(as("steward").get(record()).body()).contains("撤回：拍到了&lt;b&gt;别人&lt;/b&gt;")
			.doesNotContain("/attachments/" + id);
		assertThat(as("steward").get("/attachments/" + id).statusCode()).isEqualTo(403);
		assertThat(as("front-desk").get("/attachments/" + id).statusCode()).as("his own").isEqualTo(200);
		assertThat(as("auditor").get("/attachments/" + id).statusCode()).isEqualTo(200);
		assertThat(as("auditor").get(record()).body()).contains("/attachments/" + id);
	}

	@Test
	void fileThatWasChangedInTheDatabaseIsNotShown() {
		attach(as("front-desk"), "a.jpg", PHOTO);
		byte[] other = Pictures.jpeg(20, 20, Color.GREEN, Color.GREEN);
		byte[] id = ByteBuffer.allocate(16)
			.putLong(only().id().getMostSignificantBits())
			.putLong(only().id().getLeastSignificantBits())
			.array();
		this.transaction.executeWithoutResult((status) -> this.jdbc
			.update("update attachment_content set content = ? where attachment_id = ?", other, id));
		HttpResponse<String> answer = as("front-desk").get("/attachments/" + only().id());
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("这个附件的内容与上传时不一致");
	}

	@Test
	void eachOpeningIsWrittenDownOnTheRecord() {
		attach(as("front-desk"), "a.jpg", PHOTO);
		assertThat(as("front-desk").get(record()).body()).doesNotContain("打开附件");
		as("auditor").get("/attachments/" + only().id());
		assertThat(as("front-desk").get(record()).body()).contains("打开附件", "共 1 次");
	}

	@Test
	void caseHasOneFolderForItsTasksAndItsRecords() {
		Desk.Case complaint = new Desk(this.engine).start("front-desk", "complaint-handling",
				Map.of("origin", "office", "channel", "visit", "complainantKind", "owner", "complainantName", "𠮷先生",
						"complainantPhone", "13812345678", "houseNumber", "3-2-1501", "subject", "噪音", "content",
						"夜间装修", "apologised", true));
		String task = complaint.task(complaint.openTasks().get(0)).getId();
		String role = complaint.candidates(complaint.openTasks().get(0)).get(0);
		Visitor worker = as(role);
		String tab = "/case-file/" + task;
		assertThat(
				worker.upload(tab + "/attachments", Map.of("kind", "LETTER"), "来信.pdf", Pictures.pdf("信")).statusCode())
			.isEqualTo(204);

		assertThat(this.attachments.of(complaint.number())).singleElement()
			.extracting(Attachment::kind)
			.isEqualTo(AttachmentKind.LETTER);
		UUID letter = this.attachments.of(complaint.number()).get(0).id();
		assertThat(worker.get("/attachments/" + letter).statusCode()).as("no record yet").isEqualTo(200);
		DutyLogEntry night = this.transaction.execute((status) -> this.dutyLog.enter("cuihu", complaint.number(), null,
				Instant.parse("2026-03-05T06:30:00Z"), "夜间再次来电 13812345678", null));
		assertThat(worker.get("/attachments/" + letter).statusCode()).as("with a record").isEqualTo(200);
		assertThat(worker.get("/records/duty-log/cuihu/" + night.serial()).body()).contains("来信.pdf");
		assertThat(worker.get(tab).body()).contains("来信.pdf", "最近的登记和修改", night.serial(), "夜间再次来电 13812345678");
		assertThat(as("auditor").get(tab).body()).contains("来信.pdf", "138****5678").doesNotContain("13812345678");
		assertThat(as("front-desk-jinmao").get(tab).statusCode()).isEqualTo(404);
		assertThat(as("front-desk-jinmao").get("/attachments/" + letter).statusCode()).isEqualTo(404);
		assertThat(worker.with("Accept", "application/json").get("/case-file/none").body())
			.contains("这项任务已经办完，或者不由您的岗位办理");
		assertThat(this.jdbc.queryForObject("""
				select activity_name from record_change where entity = 'Attachment' and case_number = ?""",
				String.class, complaint.number()))
			.isEqualTo(complaint.task(complaint.openTasks().get(0)).getName());
	}

	@Test
	void photosOfALoanAreForWhoReadsTheKeyListAndEachOpeningStandsThere() {
		Desk desk = new Desk(this.engine);
		String house = "5-2-1502";
		KeyTrial.entrust(desk, house);
		Desk.Case loan = desk.start("front-desk", "key-borrow", KeyTrial.request(house, "doors", List.of("entrance")));
		Visitor keeper = as("key-keeper");
		String tab = "/case-file/" + loan.task("UserTask_IssueKeys").getId();
		keeper.upload(tab + "/attachments", Map.of("kind", "PHOTO"), "钥匙.jpg", PHOTO);
		String photo = "/attachments/" + this.attachments.of(loan.number()).get(0).id();

		assertThat(keeper.get(photo).statusCode()).as("nothing lent yet").isEqualTo(200);
		for (String outsider : List.of("engineering", "security", "mail-keeper", "front-desk-jinmao", "admin")) {
			assertThat(as(outsider).get(photo).statusCode()).as(outsider).isEqualTo(404);
			assertThat(as(outsider).get(photo + "/thumbnail").statusCode()).as(outsider).isEqualTo(404);
		}
		loan.complete("UserTask_IssueKeys",
				Map.of("issueDecision", "issued", "countedKeys", 2, "borrowerSigned", true));
		assertThat(as("auditor").get(photo).statusCode()).isEqualTo(200);
		assertThat(as("security").get(photo).statusCode()).isEqualTo(404);
		assertThat(keeper.get("/case-file/" + loan.task("UserTask_ReturnKeys").getId()).body()).contains("顾客钥匙清单");
		String serial = this.jdbc.queryForObject("select serial from house_key where loan_number = ?", String.class,
				loan.number());
		assertThat(keeper.get("/records/key-list/cuihu/" + serial).body()).contains("打开附件");
	}

	private HttpResponse<String> attach(Visitor visitor, String name, byte[] content) {
		return visitor.upload(record() + "/attachments", Map.of("kind", "PHOTO"), name, content);
	}

	private static HttpResponse<String> withdraw(Visitor visitor, UUID id, String reason) {
		return visitor.form("/attachments/" + id + "/withdrawal",
				Map.of("reason", reason, "_csrf", visitor.tokenOn("/")));
	}

	private Attachment only() {
		return this.attachments.in(Folder.of(this.entry)).get(0);
	}

	private String record() {
		return "/records/duty-log/cuihu/" + this.entry.serial();
	}

	private Visitor as(String user) {
		return Visitor.loggedIn(this.port, user);
	}

}
