package org.wuyeflow.process.casefile;

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.process.form.GuardedTrial;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class CaseFormIT {

	private static final ObjectMapper JSON = new ObjectMapper();

	@Autowired
	private TestRestTemplate http;

	@Autowired
	private GuardedTrial trial;

	@Autowired
	private TaskService taskService;

	@BeforeEach
	void deploy() {
		this.trial.deploy();
	}

	@AfterEach
	void undeploy() {
		this.trial.undeploy();
	}

	@Test
	void formOfATaskBeginsWithTheCaseAndKeepsItsFields() throws Exception {
		JsonNode components = get("front-desk", "/task/" + task().getId() + "/deployed-form").path("components");
		assertThat(components.get(0).path("type").asText()).isEqualTo("html");
		assertThat(components.get(0).path("content").asText()).contains("{{this.value}}");
		assertThat(components.findValuesAsText("key")).containsExactly("outcome", "channel", "again");
	}

	@Test
	void variablesOfAFormBringTheCaseFromTheRecord() throws Exception {
		JsonNode variables = get("front-desk", "/task/" + task().getId() + "/form-variables?deserializeValues=false");
		assertThat(variables.at("/channel/value").asText()).isEqualTo("phone");
		assertThat(variables.at("/case/type").asText()).isEqualTo("Json");
		JsonNode summary = JSON.readTree(variables.at("/case/value").asText());
		assertThat(summary.path("number").asText()).startsWith("SY-2026-");
		assertThat(summary.at("/facts/2/value").asText()).isEqualTo("13800138000");
		assertThat(summary.at("/texts/0/value").asText()).startsWith("<img src=x onerror=alert(1)>");
		assertThat(summary.at("/progress/1/by").asText()).isEqualTo("王主管");
	}

	@Test
	void caseIsNotGivenToWhoMayNotSeeTheTask() throws Exception {
		ResponseEntity<String> answer = send("front-desk-jinmao", HttpMethod.GET,
				"/task/" + task().getId() + "/form-variables", null);
		assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
		assertThat(answer.getBody()).doesNotContain("13800138000");
	}

	@Test
	void caseDoesNotComeBackWithTheForm() throws Exception {
		ResponseEntity<String> answer = send("front-desk", HttpMethod.POST, "/task/" + task().getId() + "/submit-form",
				"{\"variables\":{\"outcome\":{\"value\":\"好\"},\"case\":{\"value\":\"{}\",\"type\":\"Json\"}}}");
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getBody()).contains("表单里没有「case」这一项");
	}

	@Test
	void startFormOffersTheOfficesOfWhoHasSeveralOnly() throws Exception {
		String path = "/process-definition/key/guarded-trial/deployed-start-form";
		assertThat(get("front-desk", path).path("components").findValuesAsText("key")).doesNotContain("office")
			.contains("subject");
		JsonNode office = StreamSupport.stream(get("vice-president", path).path("components").spliterator(), false)
			.filter((component) -> component.path("key").asText().equals("office"))
			.findFirst()
			.orElseThrow();
		assertThat(office.path("values").findValuesAsText("value")).containsExactly("cuihu", "jinmao");
		assertThat(office.path("values").findValuesAsText("label")).containsExactly("翠湖花园管理处", "金茂大厦管理处");
	}

	private Task task() throws Exception {
		ResponseEntity<String> answer = send("front-desk", HttpMethod.POST,
				"/process-definition/key/guarded-trial/submit-form",
				"{\"variables\":{\"subject\":{\"value\":\"漏水\"},\"channel\":{\"value\":\"phone\"},\"agreed\":{\"value\":true}}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		Task task = this.taskService.createTaskQuery()
			.processInstanceId(JSON.readTree(answer.getBody()).path("id").asText())
			.singleResult();
		assertThat(
				send("front-desk", HttpMethod.POST, "/task/" + task.getId() + "/claim", "{\"userId\":\"front-desk\"}")
					.getStatusCode()
					.value())
			.isEqualTo(204);
		return task;
	}

	private JsonNode get(String user, String path) throws Exception {
		ResponseEntity<String> answer = send(user, HttpMethod.GET, path, null);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		return JSON.readTree(answer.getBody());
	}

	private ResponseEntity<String> send(String user, HttpMethod method, String path, String body) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		return this.http.withBasicAuth(user, "wuye-" + user)
			.exchange("/engine-rest" + path, method, new HttpEntity<>(body, headers), String.class);
	}

}
