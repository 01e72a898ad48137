package org.wuyeflow.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The task lists that everybody finds in the Tasklist, made or brought up to date at each
 * start. All may read them; what they show is what the reader may see.
 * <p>
 * The list of the role's open tasks comes first: a task that nobody has taken is nobody's
 * until somebody at the counter sees it, while one's own tasks are known and one click
 * away. A task is "soon due" from its follow-up date on, which the models set to the time
 * of the warning, until its due date, the limit.
 */
@Component
public class TasklistFilters {

	private static final String ME = "${currentUser()}";

	private static final String MY_ROLES = "${currentUserGroups()}";

	private static final String NOW = "${now()}";

	private static final List<TaskList> LISTS = List.of(
			new TaskList("本组待办", "本岗位还没有人领取的任务", "#1f6fb2", (query) -> query.taskCandidateGroupInExpression(MY_ROLES)),
			new TaskList("我的任务", "已由我领取、正在办理的任务", "#2e8540", (query) -> query.taskAssigneeExpression(ME)),
			new TaskList("即将到期", "本岗位和我的任务中，已到提醒时间、还没有超过办理期限的", "#c77700",
					(query) -> mineOrMyRoles(query).followUpBeforeExpression(NOW).dueAfterExpression(NOW)),
			new TaskList("已超期", "本岗位和我的任务中，已超过办理期限的", "#c0262d",
					(query) -> mineOrMyRoles(query).dueBeforeExpression(NOW)));

	/** What a card shows, in this order; routing variables that every procedure sets. */
	private static final List<Map<String, String>> CARD = List.of(card("businessNumber", "业务编号"), card("house", "房号"),
			card("className", "类别"));

	private final ProcessEngine engine;

	TasklistFilters(ProcessEngine engine) {
		this.engine = engine;
	}

	/** Makes or mends the lists. Nodes that start together must not call this at once. */
	public void save() {
		for (int position = 0; position < LISTS.size(); position++) {
			readableByAll(save(LISTS.get(position), position));
		}
	}

	private Filter save(TaskList list, int position) {
		FilterService filters = this.engine.getFilterService();
		TaskService tasks = this.engine.getTaskService();
		FilterEntity filter = (FilterEntity) filters.createFilterQuery().filterName(list.name()).singleResult();
		if (filter == null) {
			filter = (FilterEntity) filters.newTaskFilter(list.name());
		}
		TaskQuery query = tasks.createTaskQuery();
		list.which().accept(query);
		Map<String, Object> properties = properties(list, position);
		String storedQuery = filter.getQueryInternal();
		Map<String, Object> storedProperties = filter.getProperties();
		filter.setQuery(query.orderByDueDate().asc());
		filter.setProperties(properties);
		boolean changed = filter.getId() == null || !filter.getQueryInternal().equals(storedQuery)
				|| !properties.equals(storedProperties);
		return changed ? filters.saveFilter(filter) : filter;
	}

	private void readableByAll(Filter filter) {
		AuthorizationService authorizations = this.engine.getAuthorizationService();
		boolean granted = authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
			.resourceType(Resources.FILTER)
			.resourceId(filter.getId())
			.count() > 0;
		if (!granted) {
			Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
			all.setResource(Resources.FILTER);
			all.setResourceId(filter.getId());
			all.addPermission(Permissions.READ);
			authorizations.saveAuthorization(all);
		}
	}

	private static TaskQuery mineOrMyRoles(TaskQuery query) {
		return query.or()
			.taskAssigneeExpression(ME)
			.taskCandidateGroupInExpression(MY_ROLES)
			.includeAssignedTasks()
			.endOr();
	}

	private static Map<String, Object> properties(TaskList list, int position) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("description", list.description());
		properties.put("color", list.color());
		properties.put("priority", position);
		properties.put("refresh", true);
		properties.put("showUndefinedVariable", false);
		properties.put("variables", CARD);
		return properties;
	}

	private static Map<String, String> card(String variable, String label) {
		return Map.of("name", variable, "label", label);
	}

	private record TaskList(String name, String description, String color, Consumer<TaskQuery> which) {
	}

}
