package org.wuyeflow.complaint;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.TakenOut;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A case of each edition from intake to closing over HTTP, each step by the person it
 * belongs to, who first submits something wrong: which, {@code WrongValuesTest} varies.
 */
@IntegrationTest
class ComplaintIT {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String LETTER = "𠮷先生来信 😀 <b>电梯</b> ${7*7}\n" + "二单元电梯又停了。".repeat(1000);

	@LocalServerPort
	int port;

	@Autowired
	ComplaintService complaints;

	@Test
	void complaintOfEditionOpinionIsHandledToTheEnd() throws IOException {
		String number = start("front-desk",
				Map.of("origin", "office", "channel", "letter", "complainantKind", "owner", "houseNumber", "3栋2单元1501",
						"complainantName", "𠮷三", "complainantPhone", "13800138000", "subject", "电梯停运", "content",
						LETTER, "apologised", true));

		step(number, "cs-supervisor", "UserTask_ClassifyComplaint", Map.of("complaintValid", "yes", "judgedClass", "1",
				"judgedEffect", "normal", "department", "engineering", "opinion", "尽快维修"));
		step(number, "engineering", "UserTask_RecordServiceFailing",
				Map.of("responsiblePerson", "朱永刚", "measures", "更换配件", "plannedOn", "2026-12-31"));
		step(number, "engineering", "UserTask_HandleComplaint",
				Map.of("progress", "已联系维保", "complainantTold", true, "toldHow", "phone", "nextStep", "continue"));
		step(number, "engineering", "UserTask_HandleComplaint",
				Map.of("progress", "已更换", "nextStep", "result", "result", "恢复运行"));
		step(number, "engineering", "UserTask_TellResult",
				Map.of("toldHow", "phone", "complainantAnswer", "satisfied"));
		step(number, "cs-lead", "UserTask_FileForm", Map.of("originalPlace", "二号柜", "copiesDelivered", true));
		step(number, "cs-assistant", "UserTask_RevisitComplainant",
				Map.of("toldHow", "phone", "revisitResult", "confirmed", "revisitRemark", "满意"));

		Complaint complaint = this.complaints.find(number).orElseThrow();
		assertThat(complaint.status()).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(complaint.content()).isEqualTo(LETTER);
		assertThat(complaint.complainant().name()).isEqualTo("𠮷三");
		assertThat(complaint.houseNumber()).isEqualTo("3-2-1501");
		assertThat(ended("front-desk", number)).isTrue();
		String record = "/records/complaint-followup/cuihu/" + complaint.classSerial();
		Visitor lead = Visitor.loggedIn(this.port, "cs-lead");
		String opened = Visitor.target(
				lead.form(record + "/look", Map.of("way", "PAGE", "reason", "检查审核", "_csrf", lead.tokenOn(record))));
		assertThat(lead.get(opened).body()).contains("恢复运行", "处理经过", "已联系维保", "𠮷三", "&lt;b&gt;电梯&lt;/b&gt; ${7*7}",
				"二号柜");
		assertThat(Visitor.loggedIn(this.port, "auditor").get(record).body()).contains("138****8000")
			.doesNotContain("13800138000")
			.doesNotContain("𠮷三");
		assertThat(Visitor.loggedIn(this.port, "cs-lead-jinmao").get(record).statusCode()).isEqualTo(404);
		byte[] print = lead.bytes(record + ".pdf");
		Files.write(Files.createDirectories(Path.of("target", "paper")).resolve("complaint.pdf"), print);
		assertThat(TakenOut.text(print)).contains("客户投诉及建议跟进处理表", "WY8.3-G01-F1", "翠湖花园管理处", "电梯停运", "𠮷*", "恢复运行",
				"客户服务负责人（签名）");
		byte[] table = lead.bytes("/records/complaint-followup.xlsx");
		Files.write(Path.of("target", "paper", "complaint.xlsx"), table);
		assertThat(TakenOut.cells(table).toString()).contains("t:" + complaint.classSerial(), "t:𠮷*", "t:恢复运行");
	}

	@Test
	void complaintOfEditionSuggestionIsHandledToTheEnd() throws IOException {
		String number = start("front-desk-jinmao", Map.of("origin", "office", "channel", "hotline", "complainantKind",
				"tenant", "houseNumber", "1501", "subject", "外墙渗水", "content", "办公室外墙渗水"));

		step(number, "cs-supervisor-jinmao", "UserTask_ClassifyComplaint", Map.of("complaintValid", "yes",
				"judgedClass", "2", "judgedEffect", "large", "department", "engineering", "opinion", "书面上报公司"));
		step(number, "cs-assistant-jinmao", "UserTask_RecordHouseDefect",
				Map.of("defectPlace", "外墙", "defect", "渗水", "customerWish", "尽快修复"));
		step(number, "engineering-jinmao", "UserTask_ReportToDeveloper",
				Map.of("reportNumber", "BG-1", "reportRecipient", "公司相关部门", "reportText", "外墙渗水报告"));
		step(number, "company-department", "UserTask_ForwardToDeveloper", Map.of("forwardedTo", "发展商工程部"));
		step(number, "engineering-jinmao", "UserTask_HandleComplaint",
				Map.of("progress", "发展商已修", "nextStep", "result", "result", "不再渗水"));
		step(number, "engineering-jinmao", "UserTask_TellResult",
				Map.of("toldHow", "visit", "complainantAnswer", "accepted"));
		step(number, "cs-supervisor-jinmao", "UserTask_FileForm",
				Map.of("originalPlace", "一号柜", "copiesDelivered", true));
		step(number, "front-desk-jinmao", "UserTask_RevisitComplainant",
				Map.of("toldHow", "phone", "revisitResult", "confirmed", "revisitRemark", "没有再渗"));

		Complaint complaint = this.complaints.find(number).orElseThrow();
		assertThat(complaint.status()).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(complaint.classForm().slug()).isEqualTo("leftover-works");
		assertThat(complaint.report().forwardedTo()).isEqualTo("发展商工程部");
		assertThat(Visitor.loggedIn(this.port, "cs-lead-jinmao").get("/records/leftover-works").body())
			.contains(complaint.classSerial(), number);
	}

	@Test
	void whoeverOpensATaskSeesTheCase() throws IOException {
		String number = start("front-desk", Map.of("origin", "office", "channel", "phone", "complainantKind", "owner",
				"complainantName", "张三丰", "complainantPhone", "13900139000", "subject", "噪音", "content", "夜间装修"));

		JsonNode summary = JSON
			.readTree(Visitor.program(this.port, "cs-supervisor")
				.get("/engine-rest/task/" + task(number, "cs-supervisor", "UserTask_ClassifyComplaint")
						+ "/form-variables")
				.body())
			.path("case");
		assertThat(summary.toString()).contains("张三丰", "13900139000", "夜间装修", "林晓梅");
	}

	@Test
	void houseThatIsNotThereIsRefusedWithWhatToType() {
		HttpResponse<String> refused = submitStart("front-desk", Map.of("origin", "office", "channel", "visit",
				"complainantKind", "owner", "houseNumber", "3-2-9999", "subject", "电梯", "content", "停运"));

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("没有找到房号 3-2-9999");
	}

	private String start(String user, Map<String, Object> form) throws IOException {
		wrong(form).forEach((submitted) -> assertThat(submitStart(user, submitted).statusCode()).isEqualTo(400));
		HttpResponse<String> answer = submitStart(user, form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body()).path("businessKey").asText();
	}

	private HttpResponse<String> submitStart(String user, Map<String, Object> form) {
		return Visitor.program(this.port, user)
			.json("POST", "/engine-rest/process-definition/key/complaint-handling/submit-form", variables(form));
	}

	private void step(String number, String user, String definition, Map<String, Object> form) throws IOException {
		Visitor person = Visitor.program(this.port, user);
		String task = task(number, user, definition);
		HttpResponse<String> claimed = person.json("POST", "/engine-rest/task/" + task + "/claim",
				"{\"userId\":\"" + user + "\"}");
		assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
		wrong(form).forEach((submitted) -> {
			HttpResponse<String> refused = person.json("POST", "/engine-rest/task/" + task + "/submit-form",
					variables(submitted));
			assertThat(refused.statusCode()).as(definition + submitted.keySet()).isEqualTo(400);
			assertThat(refused.body()).contains("「");
		});
		HttpResponse<String> done = person.json("POST", "/engine-rest/task/" + task + "/submit-form", variables(form));
		assertThat(done.statusCode()).as(definition + done.body()).isEqualTo(204);
	}

	/**
	 * The same with one value of another type, and with one that the form does not have.
	 */
	private static List<Map<String, Object>> wrong(Map<String, Object> form) {
		Map<String, Object> mistyped = new TreeMap<>(form);
		mistyped.put(form.keySet().stream().sorted().findFirst().orElseThrow(), 12.5);
		Map<String, Object> unknown = new TreeMap<>(form);
		unknown.put("complaintClass", "1");
		return List.of(mistyped, unknown);
	}

	private String task(String number, String user, String definition) throws IOException {
		JsonNode tasks = JSON.readTree(Visitor.program(this.port, user)
			.get("/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + definition
					+ "&maxResults=9")
			.body());
		assertThat(tasks).as(definition + " of " + number + " for " + user).hasSize(1);
		return tasks.get(0).path("id").asText();
	}

	private boolean ended(String user, String number) throws IOException {
		return JSON
			.readTree(Visitor.program(this.port, user)
				.get("/engine-rest/task?maxResults=9&processInstanceBusinessKey=" + number)
				.body())
			.isEmpty();
	}

	private static String variables(Map<String, Object> form) {
		Map<String, Object> variables = new LinkedHashMap<>();
		form.forEach((name, value) -> variables.put(name, Map.of("value", value)));
		return JSON.valueToTree(Map.of("variables", variables)).toString();
	}

}
