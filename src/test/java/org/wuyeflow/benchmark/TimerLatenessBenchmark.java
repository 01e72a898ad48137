package org.wuyeflow.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How late a timer goes off on a node that has nothing else to do. Timers are set at
 * random moments, so that the node falls asleep between them. Run by name:
 *
 * <pre>
 * ./mvnw test -Dtest=TimerLatenessBenchmark -Dwuyeflow.test.database=mysql
 * </pre>
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=true")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@ActiveProfiles("demo")
class TimerLatenessBenchmark {

	private static final int TIMERS = 100;

	private static final Duration GOAL = Duration.ofSeconds(5);

	private static final long LONGEST_GAP_MILLIS = 2_500;

	@Autowired
	ProcessEngine engine;

	@Test
	void ninetyNineOfAHundredGoOffWithinFiveSeconds() throws InterruptedException {
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("timer-lateness.bpmn",
					Bpmn.createExecutableProcess("timer-lateness")
						.camundaHistoryTimeToLive(1)
						.startEvent()
						.intermediateCatchEvent("waiting")
						.timerWithDate("${due}")
						.endEvent()
						.done())
			.deploy();
		Random random = new Random(99);
		Instant due = Instant.now().plus(GOAL);
		for (int timer = 0; timer < TIMERS; timer++) {
			due = due.plusMillis(random.nextLong(LONGEST_GAP_MILLIS));
			this.engine.getRuntimeService().startProcessInstanceByKey("timer-lateness", Map.of("due", Date.from(due)));
		}
		Map<String, Date> dates = this.engine.getManagementService()
			.createJobQuery()
			.processDefinitionKey("timer-lateness")
			.list()
			.stream()
			.collect(Collectors.toMap(Job::getProcessInstanceId, Job::getDuedate));
		Thread.sleep(Duration.between(Instant.now(), due).plus(GOAL.multipliedBy(2)).toMillis());
		List<Long> lateness = this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.activityId("waiting")
			.finished()
			.list()
			.stream()
			.map((instance) -> late(instance, dates))
			.sorted()
			.toList();
		System.out.printf("timers %d, lateness in ms: p50 %d, p90 %d, p99 %d, worst %d%n", lateness.size(),
				lateness.get(TIMERS / 2), lateness.get(TIMERS * 9 / 10), lateness.get(TIMERS * 99 / 100 - 1),
				lateness.get(TIMERS - 1));
		assertThat(lateness).hasSize(TIMERS);
		assertThat(lateness.get(TIMERS * 99 / 100 - 1)).isLessThanOrEqualTo(GOAL.toMillis());
	}

	private static long late(HistoricActivityInstance instance, Map<String, Date> dates) {
		return instance.getEndTime().getTime() - dates.get(instance.getProcessInstanceId()).getTime();
	}

}
