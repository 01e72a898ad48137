package org.wuyeflow.key;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.LedgerKind;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.TakenFlows;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One of the key processes as the sample's staff do it, through the real forms and onto
 * the real records. Each test has houses of its own; together the tests of a process take
 * every flow of its model.
 */
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:key-processes;DB_CLOSE_DELAY=-1", "wuyeflow.data-dir=target/test-data" })
@ActiveProfiles("demo")
@Import(KeyTrial.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KeyTrial {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** A Monday, nine o'clock. */
	static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final AtomicInteger ROOMS = new AtomicInteger(100);

	@Autowired
	ProcessEngine engine;

	@Autowired
	TakenFlows flows;

	@Autowired
	KeyCustodyService custody;

	@Autowired
	KeyLoanService loans;

	@Autowired
	KeyConsentService consents;

	@Autowired
	KeyIncidentService incidents;

	@Autowired
	KeyStocktakeService stocktakes;

	@Autowired
	CaseDeadlines promises;

	@Autowired
	KeyEntryRepository entries;

	@Autowired
	Houses houses;

	@Autowired
	TransactionOperations transaction;

	@Autowired
	JdbcTemplate jdbc;

	private final String process;

	private final Set<String> visited = new TreeSet<>();

	Desk desk;

	KeyTrial(String process) {
		this.process = process;
	}

	@TestConfiguration
	static class Configuration {

		@Bean
		TakenFlows takenFlows() {
			return new TakenFlows();
		}

	}

	@BeforeEach
	void beginTheWeek() {
		Desk.setClock(NOW);
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void everyOpenTaskHasItsTime() {
		List<Task> open = this.engine.getTaskService().createTaskQuery().list();
		assertThat(open).allSatisfy((task) -> {
			assertThat(task.getDueDate()).as("due date of " + task.getName()).isNotNull();
			assertThat(task.getFollowUpDate()).as("follow-up date of " + task.getName())
				.isNotNull()
				.isBeforeOrEqualTo(task.getDueDate());
		});
	}

	@AfterEach
	void rememberWhereItWent() {
		this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.finished()
			.unlimitedList()
			.stream()
			.filter((instance) -> instance.getProcessDefinitionKey().equals(this.process))
			.forEach((instance) -> this.visited.add(instance.getActivityId()));
		ClockUtil.reset();
	}

	@AfterAll
	void everyElementOfTheModelWasReached() {
		ProcessDefinition definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(this.process)
			.latestVersion()
			.singleResult();
		BpmnModelInstance model = this.engine.getRepositoryService().getBpmnModelInstance(definition.getId());
		assertThat(model.getModelElementsByType(FlowNode.class)).extracting(FlowElement::getId)
			.filteredOn((id) -> !this.visited.contains(id))
			.isEmpty();
		assertThat(model.getModelElementsByType(SequenceFlow.class)).extracting(FlowElement::getId)
			.filteredOn((id) -> !this.flows.ids().contains(id))
			.isEmpty();
	}

	/**
	 * A house that nobody lives in yet, with two keys to its door and one to its letter
	 * box.
	 */
	String emptyHouse() {
		String house = bareHouse();
		entrust(house);
		return house;
	}

	/** A house that its owner lives in, with the same keys. */
	String livedIn() {
		String house = build(LocalDate.of(2025, 5, 1));
		entrust(house);
		return house;
	}

	/** A house without keys. */
	String bareHouse() {
		return build(null);
	}

	private String build(LocalDate movedInOn) {
		String room = String.valueOf(ROOMS.incrementAndGet());
		UUID id = UUID.randomUUID();
		byte[] key = ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
		this.transaction.executeWithoutResult((status) -> this.jdbc.update("""
				insert into house (id, office_id, house_number, building, unit_number, room, moved_in_on)
				values (?, 'cuihu', ?, '9', '1', ?, ?)""", key, "9-1-" + room, room, movedInOn));
		return "9-1-" + room;
	}

	/** Keys of a house come into the cabinet. */
	Case entrust(String house) {
		Case entrustment = this.desk.start("front-desk", "key-entrustment", entrustment(house));
		entrustment.complete("UserTask_ApproveEntrustment", Map.of("approval", "yes"));
		entrustment.complete("UserTask_SignEntrustment", Map.of("countedKeys", 3, "ownerSigned", true));
		entrustment.complete("UserTask_StoreKeys",
				form("countedKeys", 3, "cabinet", "一号柜", "hook", "A-" + house, "seal", "F001", "handedOver", true));
		return entrustment;
	}

	/** Two keys to the door of a house come into the cabinet, for many years. */
	public static void entrust(Desk desk, String house) {
		Map<String, Object> form = entrustment(house);
		form.putAll(Map.of("mailboxKeys", 0, "validUntil", "2099-06-30"));
		Case entrustment = desk.start("front-desk", "key-entrustment", form);
		entrustment.complete("UserTask_ApproveEntrustment", Map.of("approval", "yes"));
		entrustment.complete("UserTask_SignEntrustment", Map.of("countedKeys", 2, "ownerSigned", true));
		entrustment.complete("UserTask_StoreKeys",
				Map.of("countedKeys", 2, "cabinet", "二号柜", "hook", house, "handedOver", true));
	}

	static Map<String, Object> entrustment(String house) {
		return form("houseNumber", house, "customerName", "王秀英", "customerPhone", "13900139000", "identityKind",
				"id_card", "identityLastFour", "123x", "withinScheme", "yes", "letterNumber", "WT-1", "purpose",
				"返修时开门", "validUntil", "2026-06-30", "entranceKeys", 2, "mailboxKeys", 1, "soundness", "works");
	}

	/** What the counter writes down of a borrower, and what differs from the usual. */
	public static Map<String, Object> request(String house, Object... more) {
		Map<String, Object> form = form("houseNumber", house, "borrowerKind", "decorator", "doors",
				List.of("entrance", "mailbox"), "borrowerName", "赵师傅", "borrowerPhone", "13700137000", "organisation",
				"宏达装饰", "identityKind", "id_card", "identityLastFour", "5678", "usePurpose", "decoration",
				"purposeText", "量房");
		for (int i = 0; i < more.length; i += 2) {
			form.put((String) more[i], more[i + 1]);
		}
		form.values().removeIf((value) -> value == null);
		return form;
	}

	/** Keys of a house go out. */
	Case lend(String house, Object... more) {
		Case loan = this.desk.start("front-desk", "key-borrow", request(house, more));
		issue(loan);
		return loan;
	}

	void issue(Case loan) {
		KeyLoan asked = loan(loan);
		int pieces = asked.doors().contains(Door.MAILBOX) ? 3 : 2;
		loan.complete("UserTask_IssueKeys",
				Map.of("issueDecision", "issued", "countedKeys", pieces, "borrowerSigned", true));
	}

	void returnAll(Case loan, Object... more) {
		KeyLoan out = loan(loan);
		Map<String, Object> form = form("returnResult", "all", "countedKeys", out.pieces() - out.returnedPieces(),
				"bothSigned", true);
		form.putAll(form(more));
		loan.complete("UserTask_ReturnKeys", form);
	}

	KeyLoan loan(Case loan) {
		return this.loans.find(loan.number()).orElseThrow();
	}

	List<HouseKey> keys(String house) {
		return this.custody.keysOf(this.houses.find("cuihu", house));
	}

	HouseKey key(String house, Door door) {
		return keys(house).stream().filter((key) -> key.door() == door).findFirst().orElseThrow();
	}

	List<EntryKind> lines(String number) {
		return this.entries.findByCaseNumberOrderByMadeAtAscIdAsc(number)
			.stream()
			.map(KeyEntry::kind)
			.distinct()
			.toList();
	}

	CaseDeadline promise(Case of, Purpose purpose) {
		return this.promises.find(of.number(), purpose).orElseThrow();
	}

	List<LedgerKind> ledger(Case of) {
		return this.promises.ledger(of.number()).stream().map(DeadlineEntry::kind).toList();
	}

	static Map<String, Object> form(Object... pairs) {
		Map<String, Object> form = new HashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			form.put((String) pairs[i], pairs[i + 1]);
		}
		form.values().removeIf((value) -> value == null);
		return form;
	}

	static String local(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE).toString();
	}

	static LocalDate day(String date) {
		return LocalDate.parse(date);
	}

}
