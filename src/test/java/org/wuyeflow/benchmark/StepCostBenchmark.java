package org.wuyeflow.benchmark;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each step of a case costs on MySQL: round trips, statements, rows' statements by
 * kind, commits. The counts are exact, so two runs can be compared on any machine. Run by
 * name, on a server that nobody else uses meanwhile:
 *
 * <pre>
 * ./mvnw test -Dtest=StepCostBenchmark -Dwuyeflow.test.database=mysql -Dbenchmark.scenario=trial
 * </pre>
 *
 * A scenario is a JSON file beside this class among the test resources: which process,
 * who starts it with which form values, and who completes each of its tasks with which.
 * With {@code model} it brings a process of its own; else the application has deployed
 * it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "wuyeflow.ledger.seal=false" })
@ContextConfiguration(initializers = StepCostBenchmark.ThroughProxy.class)
@ActiveProfiles("demo")
class StepCostBenchmark {

	private static final int WARM_UP = 10;

	private static final List<String> COUNTERS = List.of("Questions", "Com_select", "Com_insert", "Com_update",
			"Com_delete", "Com_commit", "Com_rollback");

	private static TestDatabase database;

	private static RoundTripProxy proxy;

	@Autowired
	RepositoryService repository;

	@Autowired
	FormService forms;

	@Autowired
	TaskService tasks;

	@Autowired
	IdentityService identities;

	private final Map<String, Map<String, Long>> costs = new LinkedHashMap<>();

	private Scenario scenario;

	private Connection direct;

	@BeforeEach
	void read() throws IOException, SQLException {
		String name = System.getProperty("benchmark.scenario", "trial");
		this.scenario = new ObjectMapper()
			.readValue(new ClassPathResource(name + ".json", StepCostBenchmark.class).getInputStream(), Scenario.class);
		if (this.scenario.model() != null) {
			this.repository.createDeployment().addClasspathResource(this.scenario.model()).deploy();
		}
		this.direct = database.connect();
	}

	@AfterEach
	void close() throws SQLException {
		this.identities.clearAuthentication();
		this.direct.close();
	}

	@Test
	void eachStepIsOneCommit() throws SQLException {
		for (int cycle = 0; cycle <= WARM_UP; cycle++) {
			this.costs.clear();
			runCase();
		}
		print();
		assertThat(this.costs).isNotEmpty()
			.allSatisfy((step, cost) -> assertThat(cost.get("Com_commit")).as(step).isOne());
	}

	private void runCase() throws SQLException {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(this.scenario.process())
			.latestVersion()
			.singleResult()
			.getId();
		String[] instance = new String[1];
		step("start", this.scenario.start(), () -> {
			ProcessInstance started = this.forms.submitStartForm(definition, this.scenario.start().variables());
			instance[0] = started.getId();
		});
		for (Task task = next(instance[0]); task != null; task = next(instance[0])) {
			String id = task.getId();
			String element = task.getTaskDefinitionKey();
			Action action = this.scenario.tasks().get(element);
			assertThat(action).as("what the scenario does in " + element).isNotNull();
			step("claim " + element, action, () -> this.tasks.claim(id, action.by().user()));
			step("complete " + element, action, () -> this.forms.submitTaskForm(id, action.variables()));
		}
	}

	private Task next(String instance) {
		this.identities.clearAuthentication();
		return this.tasks.createTaskQuery().processInstanceId(instance).list().stream().findFirst().orElse(null);
	}

	private void step(String name, Action action, Runnable step) throws SQLException {
		this.identities.setAuthentication(action.by().user(), action.by().groups(), action.by().offices());
		Map<String, Long> before = counters();
		step.run();
		Map<String, Long> after = counters();
		Map<String, Long> cost = new TreeMap<>();
		after.forEach((counter, value) -> cost.put(counter, value - before.get(counter)));
		// The look at the counters is one question of its own.
		cost.merge("Questions", -1L, Long::sum);
		this.costs.merge(name, cost, (first, second) -> first);
	}

	private Map<String, Long> counters() throws SQLException {
		Map<String, Long> counters = new TreeMap<>();
		counters.put("round trips", proxy.roundTrips());
		try (Statement statement = this.direct.createStatement();
				ResultSet rows = statement.executeQuery(
						"show global status where variable_name in ('" + String.join("', '", COUNTERS) + "')")) {
			while (rows.next()) {
				counters.put(rows.getString(1), rows.getLong(2));
			}
		}
		return counters;
	}

	private void print() {
		StringBuilder table = new StringBuilder(
				"\n%-40s %11s %10s %6s %6s %6s %6s %6s %8s%n".formatted(this.scenario.process(), "round trips",
						"statements", "select", "insert", "update", "delete", "commit", "rollback"));
		this.costs.forEach((step, cost) -> table.append("%-40s %11d %10d %6d %6d %6d %6d %6d %8d%n".formatted(step,
				cost.get("round trips"), cost.get("Questions"), cost.get("Com_select"), cost.get("Com_insert"),
				cost.get("Com_update"), cost.get("Com_delete"), cost.get("Com_commit"), cost.get("Com_rollback"))));
		System.out.println(table);
	}

	/**
	 * Runs the application on a MySQL database of its own, through the counting proxy.
	 */
	static class ThroughProxy implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			assertThat(TestDatabase.onMySql()).as("run with -Dwuyeflow.test.database=mysql").isTrue();
			database = TestDatabase.create();
			URI server = URI.create(database.url().substring("jdbc:".length()));
			proxy = new RoundTripProxy(server.getHost(), server.getPort());
			TestPropertyValues
				.of("spring.datasource.url=" + database.url()
					.replace(server.getHost() + ":" + server.getPort(), "localhost:" + proxy.port()),
						"spring.datasource.username=" + database.username(),
						"spring.datasource.password=" + database.password())
				.applyTo(context);
		}

	}

	/**
	 * A case from its start to its end.
	 *
	 * @param model a process to deploy for this run, or null
	 * @param process the process key
	 * @param start who starts it, with which form values
	 * @param tasks who completes each task, by its element's id
	 */
	record Scenario(String model, String process, Action start, Map<String, Action> tasks) {
	}

	/**
	 * One step of somebody.
	 *
	 * @param by who
	 * @param variables what his form submits
	 */
	record Action(Person by, Map<String, Object> variables) {
	}

	/**
	 * Somebody as the engine knows the caller.
	 *
	 * @param user the user id
	 * @param groups his roles
	 * @param offices his tenants
	 */
	record Person(String user, List<String> groups, List<String> offices) {
	}

}
