package org.wuyeflow.process.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class FormGuardIT {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private GuardedTrial trial;

	@Autowired
	private RuntimeService runtimeService;

	@Autowired
	private TaskService taskService;

	@Autowired
	private HistoryService historyService;

	@Autowired
	private DataSource dataSource;

	private String person = "front-desk";

	@BeforeEach
	void deploy() {
		this.trial.deploy();
	}

	@AfterEach
	void undeploy() {
		this.trial.undeploy();
	}

	@Test
	void whatAFormSubmitsReachesTheRecordAndNothingOfItStaysInTheEngine() throws Exception {
		Map<String, Object> start = start();
		start.putAll(Map.of("words", "<script>${1+1}</script>\n#{x} 𠮷😀" + "字".repeat(9_000), "phone", "13800138000",
				"received", "2026-03-08T09:30", "visit", "2999-01-02", "amount", "12.50", "people", 3));
		start.put("tags", List.of("leak"));
		start.put("payments", List.of(Map.of("purpose", "清洁", "sum", 20.5)));
		ProcessInstance instance = started(start);
		assertThat(record(instance)).containsEntry("words", start.get("words"))
			.containsEntry("phone", "13800138000")
			.containsEntry("received", LocalDateTime.of(2026, 3, 8, 9, 30))
			.containsEntry("visit", LocalDate.of(2999, 1, 2))
			.containsEntry("amount", new BigDecimal("12.50"))
			.containsEntry("people", 3)
			.containsEntry("tags", List.of("leak"))
			.containsEntry("payments", List.of(Map.of("purpose", "清洁", "sum", new BigDecimal("20.5"))));
		assertThat(this.runtimeService.getVariables(instance.getId())).containsOnly(Map.entry("channel", "phone"));
		assertThat(
				this.historyService.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).count())
			.isZero();
	}

	@Test
	void gatewayReadsWhatTheStartFormHasJustSubmitted() throws Exception {
		Map<String, Object> start = start();
		start.putAll(Map.of("settled", true, "how", "已当面解释"));
		assertThat(submitStart(start).status()).isEqualTo(200);
		assertThat(GuardedTrial.RECORDS).hasSize(1);
		assertThat(this.runtimeService.createProcessInstanceQuery().processDefinitionKey(GuardedTrial.PROCESS).count())
			.isZero();
	}

	@Test
	void loopReadsEachSubmitAnewAndRoutingStaysWhereAFieldIsNotGiven() throws Exception {
		ProcessInstance instance = started(start());
		Task first = claimed(instance);
		assertThat(submit(first, Map.of("outcome", "第一次", "again", true)).status()).isEqualTo(204);
		assertThat(record(instance)).containsEntry("channel", "not given");
		assertThat(this.runtimeService.getVariables(instance.getId())).containsOnly(Map.entry("channel", "phone"));
		Task second = claimed(instance);
		assertThat(submit(second, Map.of("outcome", "第二次", "channel", "visit", "again", true)).status()).isEqualTo(204);
		assertThat(record(instance)).containsEntry("channel", "visit");
		assertThat(this.runtimeService.getVariables(instance.getId())).containsOnly(Map.entry("channel", "visit"));
		Task third = claimed(instance);
		Answer done = post("/task/" + third.getId() + "/complete", variables(Map.of("outcome", "第三次")));
		assertThat(done.status()).isEqualTo(204);
		assertThat(record(instance)).containsEntry("outcomes", List.of("第一次", "第二次", "第三次"));
	}

	@Test
	void submitThatTheFormDoesNotTakeIsRefusedInOneSentenceAndNothingChanges() throws Exception {
		Map<String, Object> start = start();
		start.remove("subject");
		start.putAll(Map.of("phone", "12345", "approved", true));
		Answer refused = submitStart(start);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.message()).isEqualTo("「事项」必须填写；「联系电话」格式不正确（应为11位手机号或带区号的座机）；表单里没有「approved」这一项，请去掉。");
		assertThat(post("/process-definition/key/guarded-trial/start", variables(start)).message())
			.isEqualTo(refused.message());
		assertThat(GuardedTrial.RECORDS).isEmpty();
		ProcessInstance instance = started(start());
		Task task = claimed(instance);
		for (String door : List.of("submit-form", "complete", "resolve")) {
			Answer answer = post("/task/" + task.getId() + "/" + door, variables(Map.of("outcome", "  ")));
			assertThat(answer.status()).as(door).isIn(400, 403);
			assertThat(answer.message()).as(door).isIn("「处理结果」必须填写。", "请用“指派”把任务交给同事，不使用“委托”。");
		}
		assertThat(this.taskService.createTaskQuery().taskId(task.getId()).count()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					PUT    | /task/TASK/variables/phone             | {"value":"13800138000"}
					POST   | /task/TASK/variables                   | {"modifications":{"phone":{"value":"1"}}}
					PUT    | /task/TASK/localVariables/phone        | {"value":"13800138000"}
					DELETE | /task/TASK/variables/channel           | {}
					PUT    | /process-instance/CASE/variables/phone | {"value":"13800138000"}
					POST   | /process-instance/CASE/variables       | {"modifications":{"phone":{"value":"1"}}}
					PUT    | /execution/CASE/localVariables/phone   | {"value":"13800138000"}
					POST   | /execution/CASE/signal                 | {"variables":{"phone":{"value":"1"}}}
					POST   | /message                               | {"messageName":"any","processVariables":{"a":{"value":"1"}}}
					POST   | /signal                                | {"name":"any","variables":{"a":{"value":"1"}}}
					POST   | /task/TASK/bpmnError                   | {"errorCode":"a","errorMessage":"张三"}
					POST   | /task/TASK/bpmnEscalation              | {"escalationCode":"a"}
					POST   | /task/TASK/comment/create              | {"message":"张三"}
					POST   | /task/TASK/delegate                    | {"userId":"front-desk"}
					POST   | /task/create                           | {"name":"张三"}
					PUT    | /task/TASK                             | {"name":"张三"}
					POST   | /process-instance/CASE/modification    | {"instructions":[]}
					POST   | /process-instance/variables-async      | {"processInstanceIds":["CASE"],"variables":{"a":{"value":"1"}}}
					POST   | /process-definition/key/guarded-trial/start | {"businessKey":"张三"}
					POST   | /process-definition/key/guarded-trial/start | {"startInstructions":[{"type":"startBeforeActivity","activityId":"UserTask_HandleTrial"}]}
					""")
	void everyOtherDoorThroughWhichValuesCouldComeIsClosedToStaff(String method, String path, String body)
			throws Exception {
		ProcessInstance instance = started(start());
		Task task = claimed(instance);
		Answer answer = send(method, path.replace("TASK", task.getId()).replace("CASE", instance.getId()),
				body.replace("CASE", instance.getId()));
		assertThat(answer.status()).isIn(400, 403);
		assertThat(answer.message()).matches("[\\p{IsHan}].*。").doesNotContainPattern("[A-Za-z]{4}");
		assertThat(this.runtimeService.getVariables(instance.getId())).containsOnly(Map.entry("channel", "phone"));
		assertThat(this.taskService.createTaskQuery().taskId(task.getId()).singleResult().getName()).isEqualTo("处理");
	}

	@Test
	void refusalOfARuleReachesThePersonWordForWord() throws Exception {
		Task task = claimed(started(start()));
		Answer answer = submit(task, Map.of("outcome", "拒绝"));
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.message()).isEqualTo("这一事项已经办结，不能再登记结果。");
	}

	@Test
	void errorThatNoModelCatchesDoesNotCompleteTheTask() throws Exception {
		Task task = claimed(started(start()));
		assertThat(submit(task, Map.of("outcome", "错误")).status()).isEqualTo(500);
		assertThat(this.taskService.createTaskQuery().taskId(task.getId()).count()).isOne();
	}

	@Test
	void taskThatSomebodyElseHasFinishedIsNamedWithHim() throws Exception {
		Task task = claimed(started(start()));
		assertThat(submit(task, Map.of("outcome", "好")).status()).isEqualTo(204);
		Answer again = submit(task, Map.of("outcome", "好"));
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.message()).startsWith("这项任务刚才已由 ").contains(" 办结");
		this.person = "front-desk-jinmao";
		assertThat(submit(task, Map.of("outcome", "好")).status()).isEqualTo(404);
		assertThat(post("/task/no-such-task/submit-form", variables(Map.of())).status()).isEqualTo(404);
	}

	@Test
	void requestThatCannotBeReadIsRefusedInChinese() throws Exception {
		for (String body : List.of("{", "[]", "{\"variables\":{\"subject\":{\"value\":\"1\",\"type\":\"Nonsense\"}}}",
				"{\"variables\":{\"tags\":{\"value\":\"{\",\"type\":\"Json\"}}}")) {
			Answer answer = post("/process-definition/key/guarded-trial/submit-form", body);
			assertThat(answer.status()).as(body).isEqualTo(400);
			assertThat(answer.message()).as(body).matches("[\\p{IsHan}].*。");
		}
	}

	@Test
	void canariesOfGoodAndRefusedSubmitsAreNowhereInTheEngineNorInTheLog(CapturedOutput log) throws Exception {
		String name = "鸟" + UUID.randomUUID();
		String phone = "139" + String.valueOf(10_000_000 + Math.abs(name.hashCode() % 89_999_999));
		String identity = "11010119900307" + String.valueOf(1000 + Math.abs(name.hashCode() % 8999));
		String text = name + "𠮷" + "长".repeat(9_000) + identity;
		Map<String, Object> start = start();
		start.putAll(Map.of("words", text, "phone", phone));
		start.put("payments", List.of(Map.of("purpose", name)));
		ProcessInstance instance = started(start);
		start.put("subject", name + "太长".repeat(20));
		assertThat(submitStart(start).status()).isEqualTo(400);
		Task task = claimed(instance);
		assertThat(post("/task/" + task.getId() + "/complete", variables(Map.of("outcome", text, "approved", name)))
			.status()).isEqualTo(400);
		assertThat(send("PUT", "/task/" + task.getId() + "/variables/phone", "{\"value\":\"" + phone + "\"}").status())
			.isEqualTo(403);
		assertThat(submit(task, Map.of("outcome", "拒绝" + text)).status()).isEqualTo(409);
		Answer fault = submit(task, Map.of("outcome", "出错" + text));
		assertThat(fault.status()).isEqualTo(500);
		assertThat(fault.message()).matches("系统出错，您的操作没有保存；请联系管理员（编号 [0-9a-f]{8}）。");
		assertThat(submit(task, Map.of("outcome", text, "again", true)).status()).isEqualTo(204);
		assertThat(record(instance)).containsEntry("words", text)
			.containsEntry("phone", phone)
			.containsEntry("outcomes", List.of(text));

		List<String> canaries = List.of(name, phone, identity, "长长长长长长长长");
		assertThat(found(canaries)).isEmpty();
		assertThat(found(List.of(instance.getId()))).isNotEmpty();
		canaries.forEach((canary) -> assertThat(log.getAll()).doesNotContain(canary));
		String number = fault.message().replaceAll(".*编号 ([0-9a-f]{8}).*", "$1");
		assertThat(log.getAll()).contains(number).contains("GuardedTrial$HandleTrialListener.notify");
	}

	private List<String> found(List<String> needles) throws SQLException {
		List<String> hits = new ArrayList<>();
		try (Connection connection = this.dataSource.getConnection()) {
			DatabaseMetaData metadata = connection.getMetaData();
			List<String> tables = new ArrayList<>();
			try (ResultSet all = metadata.getTables(connection.getCatalog(), null, null,
					new String[] { "TABLE", "BASE TABLE" })) {
				while (all.next()) {
					if (all.getString("TABLE_NAME").toUpperCase().startsWith("ACT_")) {
						tables.add(all.getString("TABLE_NAME"));
					}
				}
			}
			assertThat(tables).hasSizeGreaterThan(40);
			for (String table : tables) {
				try (Statement statement = connection.createStatement();
						ResultSet rows = statement.executeQuery("select * from " + table)) {
					while (rows.next()) {
						for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
							String text = text(rows, column);
							for (String needle : needles) {
								if (text.contains(needle)) {
									hits.add(table + "." + rows.getMetaData().getColumnName(column));
								}
							}
						}
					}
				}
			}
		}
		return hits;
	}

	private static String text(ResultSet rows, int column) throws SQLException {
		Object value = rows.getObject(column);
		if (value instanceof java.sql.Blob || value instanceof byte[]) {
			return new String(rows.getBytes(column), StandardCharsets.UTF_8);
		}
		return String.valueOf(rows.getString(column));
	}

	private Map<String, Object> record(ProcessInstance instance) {
		return GuardedTrial.RECORDS.get(instance.getBusinessKey());
	}

	private static Map<String, Object> start() {
		return new LinkedHashMap<>(Map.of("subject", "漏水" + UUID.randomUUID().toString().substring(0, 8), "channel",
				"phone", "agreed", true));
	}

	private ProcessInstance started(Map<String, Object> start) throws Exception {
		Answer answer = submitStart(start);
		assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
		return this.runtimeService.createProcessInstanceQuery()
			.processInstanceId(answer.body().path("id").asText())
			.singleResult();
	}

	private Task claimed(ProcessInstance instance) throws Exception {
		Task task = this.taskService.createTaskQuery().processInstanceId(instance.getId()).singleResult();
		Answer answer = post("/task/" + task.getId() + "/claim", "{\"userId\":\"" + this.person + "\"}");
		assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(204);
		return task;
	}

	private Answer submitStart(Map<String, Object> values) throws Exception {
		return post("/process-definition/key/guarded-trial/submit-form", variables(values));
	}

	private Answer submit(Task task, Map<String, Object> values) throws Exception {
		return post("/task/" + task.getId() + "/submit-form", variables(values));
	}

	private static String variables(Map<String, Object> values) throws IOException {
		Map<String, Object> variables = new LinkedHashMap<>();
		for (Map.Entry<String, Object> value : values.entrySet()) {
			variables.put(value.getKey(),
					(value.getValue() instanceof List<?> list)
							? Map.of("type", "Json", "value", JSON.writeValueAsString(list))
							: Map.of("value", value.getValue()));
		}
		return JSON.writeValueAsString(Map.of("variables", variables));
	}

	private Answer post(String path, String body) throws Exception {
		return send("POST", path, body);
	}

	private Answer send(String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/engine-rest" + path))
			.header("Authorization",
					"Basic " + Base64.getEncoder()
						.encodeToString((this.person + ":wuye-" + this.person).getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		return new Answer(response.statusCode(), JSON.readTree(response.body()));
	}

	/** What the server answered. */
	private record Answer(int status, JsonNode body) {

		String message() {
			return this.body.path("message").asText();
		}

	}

}
