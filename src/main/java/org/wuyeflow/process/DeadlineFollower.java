package org.wuyeflow.process;

import java.util.List;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.wuyeflow.deadline.CalendarChanged;
import org.wuyeflow.deadline.CaseDeadlines;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When the calendar has changed, counts the deadlines of each open case anew and moves
 * its timers, each case in a transaction of its own and under its lock.
 */
@Component
class DeadlineFollower {

	private static final String LOCK = """
			select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and ID_ = PROC_INST_ID_ for update""";

	private final CaseDeadlines deadlines;

	private final ObjectProvider<DeadlineGlue> glue;

	private final ProcessEngineConfigurationImpl engine;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate each;

	DeadlineFollower(CaseDeadlines deadlines, ObjectProvider<DeadlineGlue> glue, ProcessEngineConfigurationImpl engine,
			JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.deadlines = deadlines;
		this.glue = glue;
		this.engine = engine;
		this.jdbc = jdbc;
		this.each = new TransactionTemplate(transactions);
		this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@TransactionalEventListener
	void follow(CalendarChanged changed) {
		List<String> cases = this.each.execute((status) -> this.deadlines.openCases());
		cases.forEach((number) -> this.each.executeWithoutResult((status) -> {
			List<String> instances = this.jdbc.queryForList(LOCK, String.class, number);
			this.deadlines.recount(number, changed.why());
			instances.forEach((instance) -> this.engine.getCommandExecutorTxRequired().execute((context) -> {
				follow(context, instance, number);
				return null;
			}));
		}));
	}

	private void follow(CommandContext context, String instance, String number) {
		for (ExecutionEntity execution : context.getExecutionManager().findExecutionsByProcessInstanceId(instance)) {
			if (execution.getActivityId() != null && execution.getExecutions().isEmpty()) {
				this.glue.stream()
					.filter((glue) -> glue.processes().contains(execution.getProcessDefinition().getKey()))
					.forEach((glue) -> glue.follow(execution, number));
			}
		}
	}

}
