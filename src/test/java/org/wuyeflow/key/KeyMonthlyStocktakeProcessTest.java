package org.wuyeflow.key;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first of the month.
 */
class KeyMonthlyStocktakeProcessTest extends KeyTrial {

	private static final String COUNT = "UserTask_CountCabinet";

	KeyMonthlyStocktakeProcessTest() {
		super("key-monthly-stocktake");
	}

	@Test
	void officesWithKeysAreCalledToCountOnTheFirstOfTheMonth() {
		emptyHouse();
		Job timer = this.engine.getManagementService()
			.createJobQuery()
			.processDefinitionKey("key-monthly-stocktake")
			.timers()
			.singleResult();
		assertThat(timer.getDuedate().toInstant().atZone(ZONE).getDayOfMonth()).isOne();
		Desk.setClock(Instant.parse("2026-04-01T01:00:00Z"));
		this.engine.getManagementService().executeJob(timer.getId());

		List<Task> tasks = this.engine.getTaskService().createTaskQuery().taskDefinitionKey(COUNT).list();
		assertThat(tasks).singleElement().satisfies((task) -> assertThat(task.getTenantId()).isEqualTo("cuihu"));
		String number = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(tasks.get(0).getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
		this.desk.find("key-stocktake", number)
			.complete(COUNT, Map.of("countResult", "finished", "countedKeys", this.stocktakes.listed("cuihu")));
	}

}
