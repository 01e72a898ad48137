package org.wuyeflow.complaint;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.deadline.LedgerKind;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two who act on the same case in the same moment, 210 times: one wins, the other is told
 * by whom he was overtaken or does his part after him, and nothing is done by half.
 */
@IntegrationTest
class ComplaintRaceIT {

	private static final int CASES = 30;

	private static final int CLAIMS = 4;

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String COLLEAGUE = "racing-supervisor";

	private static final String CLASSIFY = "UserTask_ClassifyComplaint";

	private static final String HANDLE = "UserTask_HandleComplaint";

	private static final Map<String, Object> JUDGED = Map.of("complaintValid", "yes", "judgedClass", "1",
			"judgedEffect", "normal", "department", "engineering", "opinion", "尽快维修");

	private static final Map<String, Object> CONTINUED = Map.of("progress", "已联系维保", "nextStep", "continue");

	private static final Map<String, Object> RESULTED = Map.of("progress", "已修复", "nextStep", "result", "result",
			"已恢复");

	private static final Map<String, Object> GIVEN_BACK = Map.of("progress", "不属于工程部", "nextStep", "reclassify");

	private final ExecutorService two = Executors.newFixedThreadPool(2);

	private final CyclicBarrier together = new CyclicBarrier(2);

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	ComplaintService complaints;

	@Autowired
	CaseDeadlines deadlines;

	private Visitor supervisor;

	private Visitor colleague;

	private Visitor engineer;

	@BeforeEach
	void employColleague() {
		User user = this.engine.getIdentityService().newUser(COLLEAGUE);
		user.setFirstName("宋雅琴");
		user.setLastName("");
		user.setPassword("wuye-" + COLLEAGUE);
		((IdentityServiceImpl) this.engine.getIdentityService()).saveUser(user, true);
		this.engine.getIdentityService().createMembership(COLLEAGUE, "cs-supervisor");
		this.engine.getIdentityService().createTenantUserMembership("cuihu", COLLEAGUE);
		this.supervisor = Visitor.program(this.port, "cs-supervisor");
		this.colleague = Visitor.program(this.port, COLLEAGUE);
		this.engineer = Visitor.program(this.port, "engineering");
	}

	@AfterEach
	void dismissColleague() {
		this.two.shutdownNow();
		this.engine.getIdentityService().deleteUser(COLLEAGUE);
	}

	@Test
	void oneOfTwoWinsAndTheOtherIsToldByWhom() throws Exception {
		for (int i = 0; i < CASES; i++) {
			Desk.Case complaint = start();
			Visitor last = null;
			for (int claim = 0; claim < CLAIMS; claim++) {
				putBack(complaint);
				last = bothClaim(complaint);
			}
			if (i % 2 == 0) {
				putBack(complaint);
				bothSubmit(complaint, this.supervisor, this.colleague);
			}
			else {
				bothSubmit(complaint, last, last);
			}
			assertThat(count(complaint, EntryKind.CLASSIFICATION)).isOne();
		}
	}

	@Test
	void submissionAndTimerBothHappenOrTheTimerIsGone() throws Exception {
		for (int i = 0; i < CASES; i++) {
			Desk.Case complaint = start();
			complaint.complete(CLASSIFY, JUDGED);
			complaint.complete("UserTask_RecordServiceFailing",
					Map.of("responsiblePerson", "朱永刚", "measures", "更换配件", "plannedOn", "2099-12-31"));

			againstTimer(complaint, "StartEvent_DeadlineNear", CONTINUED);
			assertThat(complaint.openTasks()).containsExactly(HANDLE);
			assertThat(count(complaint, EntryKind.WARNING)).isOne();
			assertThat(count(complaint, EntryKind.PROGRESS)).isOne();

			if (i % 2 == 0) {
				againstTimer(complaint, "StartEvent_DeadlinePassed", GIVEN_BACK);
				assertThat(complaint.openTasks()).containsExactly(CLASSIFY);
				assertThat(count(complaint, EntryKind.RECLASSIFICATION)).isOne();
			}
			else {
				againstTimer(complaint, "StartEvent_DeadlinePassed", RESULTED);
				assertThat(complaint.openTasks()).contains("UserTask_TellResult");
				boolean escalated = complaint.openTasks().contains("UserTask_SuperviseOverdueComplaint");
				assertThat(this.deadlines.ledger(complaint.number())).extracting(DeadlineEntry::kind)
					.contains(LedgerKind.KEPT)
					.filteredOn((kind) -> kind == LedgerKind.ESCALATED)
					.hasSize(escalated ? 1 : 0);
				assertThat(complaint.timers()).as("of the first answer only").hasSize(2);
			}
		}
	}

	private void putBack(Desk.Case complaint) {
		this.engine.getTaskService().setAssignee(complaint.task(CLASSIFY).getId(), null);
	}

	private Visitor bothClaim(Desk.Case complaint) throws Exception {
		String path = task(complaint, CLASSIFY) + "/claim";
		List<HttpResponse<String>> answers = race(
				() -> this.supervisor.json("POST", path, "{\"userId\":\"cs-supervisor\"}"),
				() -> this.colleague.json("POST", path, "{\"userId\":\"" + COLLEAGUE + "\"}"));
		boolean first = answers.get(0).statusCode() == 204;
		assertOneWins(answers, first ? "黄丽娟" : "宋雅琴", "领取");
		return first ? this.supervisor : this.colleague;
	}

	private void bothSubmit(Desk.Case complaint, Visitor one, Visitor other) throws Exception {
		String path = task(complaint, CLASSIFY) + "/submit-form";
		String form = variables(JUDGED);
		List<HttpResponse<String>> answers = race(() -> one.json("POST", path, form),
				() -> other.json("POST", path, form));
		Visitor winner = (answers.get(0).statusCode() == 204) ? one : other;
		assertOneWins(answers, (winner == this.supervisor) ? "黄丽娟" : "宋雅琴", "办结");
	}

	private void againstTimer(Desk.Case complaint, String event, Map<String, Object> form) throws Exception {
		String path = task(complaint, HANDLE) + "/submit-form";
		Job timer = this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(complaint.task(HANDLE).getProcessInstanceId())
			.activityId(event)
			.singleResult();
		Future<HttpResponse<String>> submitted = this.two.submit(() -> {
			this.together.await(10, TimeUnit.SECONDS);
			return this.engineer.json("POST", path, variables(form));
		});
		this.together.await(10, TimeUnit.SECONDS);
		try {
			this.engine.getManagementService().executeJob(timer.getId());
		}
		catch (ProcessEngineException ex) {
			assertThat(ex).hasMessageContaining("No job found");
			assertThat(form).as("what ends the handling ends its timers").isNotEqualTo(CONTINUED);
		}
		HttpResponse<String> answer = submitted.get(30, TimeUnit.SECONDS);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
	}

	private List<HttpResponse<String>> race(Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other)
			throws Exception {
		List<Future<HttpResponse<String>>> running = Stream.of(one, other).map((call) -> this.two.submit(() -> {
			this.together.await(10, TimeUnit.SECONDS);
			return call.call();
		})).toList();
		return List.of(running.get(0).get(30, TimeUnit.SECONDS), running.get(1).get(30, TimeUnit.SECONDS));
	}

	private static void assertOneWins(List<HttpResponse<String>> answers, String winner, String what) {
		assertThat(answers.stream().collect(Collectors.toMap(HttpResponse::statusCode, HttpResponse::body)))
			.containsOnlyKeys(204, 409)
			.hasEntrySatisfying(409, (sentence) -> assertThat(sentence).contains(winner, what));
	}

	private Desk.Case start() {
		return new Desk(this.engine).start("front-desk", "complaint-handling", Map.of("origin", "office", "channel",
				"phone", "complainantKind", "anonymous", "subject", "电梯停运", "content", "二单元电梯又停了"));
	}

	private long count(Desk.Case complaint, EntryKind kind) {
		return this.complaints.log(complaint.number()).stream().filter((entry) -> entry.kind() == kind).count();
	}

	private static String task(Desk.Case complaint, String definition) {
		return "/engine-rest/task/" + complaint.task(definition).getId();
	}

	private static String variables(Map<String, Object> form) {
		Map<String, Object> variables = form.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (field) -> Map.of("value", field.getValue())));
		return JSON.valueToTree(Map.of("variables", variables)).toString();
	}

}
