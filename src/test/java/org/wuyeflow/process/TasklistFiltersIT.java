package org.wuyeflow.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class TasklistFiltersIT {

	private static final Permission[] READ_AND_WRITE = { Permissions.READ, Permissions.UPDATE, Permissions.DELETE,
			Permissions.CREATE };

	private static final String PROCESS = "tasklist-filters-trial";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private TasklistFilters filters;

	private final String user = "clerk-" + UUID.randomUUID();

	private final String role = "role-" + UUID.randomUUID();

	private String deployment;

	@BeforeEach
	void deploy() {
		BpmnModelInstance model = Bpmn.createExecutableProcess(PROCESS)
			.camundaHistoryTimeToLive(1)
			.startEvent()
			.userTask()
			.camundaCandidateGroups(this.role)
			.endEvent()
			.done();
		this.deployment = this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("filters.bpmn", model)
			.deploy()
			.getId();
	}

	@AfterEach
	void undeploy() {
		this.engine.getRepositoryService().deleteDeployment(this.deployment, true);
	}

	@Test
	void theFourListsAreThereInTheOrderTheCounterNeedsThem() {
		List<Filter> lists = this.engine.getFilterService().createTaskFilterQuery().list();
		assertThat(lists).filteredOn((list) -> List.of("本组待办", "我的任务", "即将到期", "已超期").contains(list.getName()))
			.hasSize(4)
			.allSatisfy((list) -> assertThat(list.getProperties()).containsEntry("refresh", true)
				.containsEntry("showUndefinedVariable", false)
				.containsKeys("color", "variables"))
			.extracting((list) -> ((Number) list.getProperties().get("priority")).intValue() + list.getName())
			.containsExactlyInAnyOrder("0本组待办", "1我的任务", "2即将到期", "3已超期");
	}

	@Test
	void aSecondStartAddsNothing() {
		long lists = this.engine.getFilterService().createTaskFilterQuery().count();
		long grants = grants().size();
		this.filters.save();
		assertThat(this.engine.getFilterService().createTaskFilterQuery().count()).isEqualTo(lists);
		assertThat(grants()).hasSize((int) grants);
	}

	@Test
	void everybodyMayReadTheListsAndNothingMore() {
		assertThat(grants()).isNotEmpty()
			.allSatisfy((grant) -> assertThat(grant.getPermissions(READ_AND_WRITE)).containsExactly(Permissions.READ));
	}

	@Test
	void openTasksOfMyRoleAreInItsListUntilSomebodyTakesThem() {
		Task task = task((each) -> {
		});
		assertThat(shown("本组待办")).contains(task.getId());
		assertThat(shown("我的任务")).doesNotContain(task.getId());

		this.engine.getTaskService().claim(task.getId(), this.user);

		assertThat(shown("本组待办")).doesNotContain(task.getId());
		assertThat(shown("我的任务")).contains(task.getId());
	}

	@Test
	void tasksOfOtherRolesAreInNoList() {
		Task task = task((each) -> each.setDueDate(inHours(-1)));
		this.engine.getTaskService().deleteCandidateGroup(task.getId(), this.role);
		this.engine.getTaskService().addCandidateGroup(task.getId(), "another-" + this.role);
		for (String list : List.of("本组待办", "我的任务", "即将到期", "已超期")) {
			assertThat(shown(list)).as(list).doesNotContain(task.getId());
		}
	}

	@Test
	void aTaskIsSoonDueFromItsWarningToItsLimitAndThenOverdue() {
		Task early = task((each) -> limits(each, 1, 3));
		Task warned = task((each) -> limits(each, -1, 3));
		Task late = task((each) -> limits(each, -3, -1));
		assertThat(shown("即将到期")).contains(warned.getId()).doesNotContain(early.getId(), late.getId());
		assertThat(shown("已超期")).contains(late.getId()).doesNotContain(early.getId(), warned.getId());
	}

	@Test
	void anOverdueTaskStaysInSightWhenSomebodyTookIt() {
		Task colleagues = task((each) -> limits(each, -3, -1));
		this.engine.getTaskService().claim(colleagues.getId(), "colleague-of-" + this.user);
		Task mine = task((each) -> limits(each, -3, -1));
		this.engine.getTaskService().claim(mine.getId(), this.user);
		this.engine.getTaskService().deleteCandidateGroup(mine.getId(), this.role);
		assertThat(shown("已超期")).contains(colleagues.getId(), mine.getId());
	}

	private Task task(Consumer<Task> change) {
		String instance = this.engine.getRuntimeService().startProcessInstanceByKey(PROCESS).getId();
		Task task = this.engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
		change.accept(task);
		this.engine.getTaskService().saveTask(task);
		return task;
	}

	private static void limits(Task task, int warning, int limit) {
		task.setFollowUpDate(inHours(warning));
		task.setDueDate(inHours(limit));
	}

	private static Date inHours(int hours) {
		return Date.from(Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()).plus(Duration.ofHours(hours)));
	}

	private List<String> shown(String list) {
		Filter filter = this.engine.getFilterService().createTaskFilterQuery().filterName(list).singleResult();
		return asClerk(() -> this.engine.getFilterService()
			.<Task>listPage(filter.getId(), 0, 1000)
			.stream()
			.map(Task::getId)
			.toList());
	}

	/**
	 * As the clerk, rights aside: which tasks of which process he may read is proved
	 * where rights are granted.
	 */
	private <T> T asClerk(Supplier<T> action) {
		boolean checked = this.engine.getProcessEngineConfiguration().isAuthorizationEnabled();
		this.engine.getIdentityService().setAuthentication(this.user, List.of(this.role));
		this.engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
		try {
			return action.get();
		}
		finally {
			this.engine.getProcessEngineConfiguration().setAuthorizationEnabled(checked);
			this.engine.getIdentityService().clearAuthentication();
		}
	}

	private List<Authorization> grants() {
		return this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
			.resourceType(Resources.FILTER)
			.list();
	}

}
