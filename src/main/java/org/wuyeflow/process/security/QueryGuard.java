package org.wuyeflow.process.security;

import java.util.Set;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.wuyeflow.process.EngineField;

/**
 * Lets no expression into a query. The engine evaluates expressions in the "or" parts of
 * a query that anybody logged in may send (CVE-2026-109432, no fix for this edition), and
 * that is code run on the server. Stored filters may use the three expressions a task
 * list needs, and are looked at when they are saved and whenever they are run.
 */
final class QueryGuard extends CommandInterceptor {

	/** What a stored filter may ask the engine to fill in. */
	static final Set<String> KNOWN_EXPRESSIONS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

	private static final EngineField FILTER_ID = EngineField.of(AbstractExecuteFilterCmd.class, "filterId");

	private static final EngineField EXTENDING_QUERY = EngineField.of(AbstractExecuteFilterCmd.class, "extendingQuery");

	private static final EngineField SAVED_FILTER = EngineField.of(SaveFilterCmd.class, "filter");

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof AbstractQuery<?, ?> query) {
			check(query, Set.of());
		}
		else if (command instanceof AbstractExecuteFilterCmd) {
			check(EXTENDING_QUERY.of(command), Set.of());
			check(stored((String) FILTER_ID.of(command)), KNOWN_EXPRESSIONS);
		}
		else if (command instanceof SaveFilterCmd) {
			check(((Filter) SAVED_FILTER.of(command)).getQuery(), KNOWN_EXPRESSIONS);
		}
		return this.next.execute(command);
	}

	private static Object stored(String filterId) {
		Filter filter = (filterId != null) ? Context.getCommandContext().getFilterManager().findFilterById(filterId)
				: null;
		return (filter != null) ? filter.getQuery() : null;
	}

	private static void check(Object query, Set<String> allowed) {
		if (query instanceof TaskQueryImpl tasks) {
			tasks.getQueries().forEach((part) -> checkExpressions(part, allowed));
		}
		else if (query instanceof AbstractQuery<?, ?> other) {
			checkExpressions(other, allowed);
		}
	}

	private static void checkExpressions(AbstractQuery<?, ?> query, Set<String> allowed) {
		for (String expression : query.getExpressions().values()) {
			if (!allowed.contains(expression.strip())) {
				throw new BadUserRequestException("查询条件中不能使用表达式。");
			}
		}
	}

}
