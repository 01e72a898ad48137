package org.wuyeflow.mail;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The owner stands at the counter in the very second in which his item is to go back: one
 * of the two happens, and who comes second is told so.
 */
@IntegrationTest
class MailRaceIT {

	private static final int CASES = 30;

	private static final String HAND_OVER = "UserTask_HandOverMail";

	private final ExecutorService clerk = Executors.newSingleThreadExecutor();

	private final CyclicBarrier together = new CyclicBarrier(2);

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	MailCustodyService mail;

	@AfterEach
	void leave() {
		this.clerk.shutdownNow();
	}

	@Test
	void itemIsFetchedOrGoesBackAndNeverBoth() throws Exception {
		Visitor keeper = Visitor.program(this.port, "mail-keeper");
		for (int i = 0; i < CASES; i++) {
			Desk.Case item = new Desk(this.engine).start("front-desk", "mail-custody",
					Map.of("deliveryKind", "single", "carrier", "EMS", "courierSignature", "刘投递", "addressClear", "yes",
							"houseNumber", "3-2-1601", "addressee", "赵一", "itemKind", "express", "itemCondition",
							"intact"));
			item.complete("UserTask_CheckAddressee", Map.of("checkResult", "found", "houseNumber", "3-2-1601"));
			String number = item.number();
			HttpResponse<String> answer = atOnce(keeper, item);
			MailStatus status = this.mail.find(number).orElseThrow().status();
			if (answer.statusCode() == 204) {
				assertThat(status).isEqualTo(MailStatus.HANDED_OVER);
				assertThat(item.ended()).isTrue();
			}
			else {
				assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
				assertThat(status).isEqualTo(MailStatus.TO_RETURN);
				assertThat(item.openTasks()).containsExactly("UserTask_ReturnMail");
			}
			assertThat(this.mail.log(number)).extracting(MailEntry::kind)
				.filteredOn((kind) -> kind == EntryKind.PICK_UP || kind == EntryKind.UNCLAIMED)
				.hasSize(1);
		}
	}

	private HttpResponse<String> atOnce(Visitor keeper, Desk.Case item) throws Exception {
		var task = item.task(HAND_OVER);
		this.engine.getManagementService().executeJob(timer(task, "StartEvent_MonthOver").getId());
		Job timer = timer(task, "BoundaryEvent_NobodyCame");
		Future<HttpResponse<String>> submitted = this.clerk.submit(() -> {
			this.together.await(10, TimeUnit.SECONDS);
			return keeper.json("POST", "/engine-rest/task/" + task.getId() + "/submit-form",
					variables(Map.of("custodyStep", "handOver", "receiverKind", "owner", "receiverName", "赵一",
							"documentKind", "id_card", "documentLast", "021X", "signature", "赵一")));
		});
		this.together.await(10, TimeUnit.SECONDS);
		try {
			this.engine.getManagementService().executeJob(timer.getId());
		}
		catch (ProcessEngineException ex) {
			assertThat(ex).hasMessageContaining("No job found");
		}
		return submitted.get(30, TimeUnit.SECONDS);
	}

	private Job timer(Task task, String event) {
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(task.getProcessInstanceId())
			.activityId(event)
			.singleResult();
	}

	private static String variables(Map<String, Object> form) {
		Map<String, Object> variables = form.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (field) -> Map.of("value", field.getValue())));
		return new ObjectMapper().valueToTree(Map.of("variables", variables)).toString();
	}

}
