package org.wuyeflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets only one act on a case at a time. Whoever works on a task, and every timer, takes
 * the row of the case's outermost process instance before anything of it is read, and
 * holds it until his transaction ends. Who comes second waits, and then sees the case as
 * the first has left it: he does his part, or is told who was quicker. Without this the
 * engine reads a case that changes while it is being read, and fails in ways that nobody
 * can explain.
 */
@Component
class CaseLock extends AbstractProcessEnginePlugin {

	private static final String OF_TASK = lock("ACT_RU_TASK", "PROC_INST_ID_");

	private static final String OF_JOB = lock("ACT_RU_JOB", "PROCESS_INSTANCE_ID_");

	private static final String OF_INSTANCE = lock("ACT_RU_EXECUTION", "ID_");

	private static final EngineField JOB = EngineField.of(ExecuteJobsCmd.class, "jobId");

	private static final Map<Class<?>, EngineField> TASK = Map.of(SubmitTaskFormCmd.class,
			EngineField.of(SubmitTaskFormCmd.class, "taskId"), CompleteTaskCmd.class,
			EngineField.of(CompleteTaskCmd.class, "taskId"), ClaimTaskCmd.class,
			EngineField.of(ClaimTaskCmd.class, "taskId"), AssignTaskCmd.class,
			EngineField.of(AssignTaskCmd.class, "taskId"));

	private final ObjectProvider<JdbcTemplate> jdbc;

	CaseLock(ObjectProvider<JdbcTemplate> jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<CommandInterceptor> interceptors = new ArrayList<>();
		interceptors.add(new Lock());
		if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
			interceptors.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
		}
		configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
	}

	private static String lock(String table, String instance) {
		return """
				select ID_ from ACT_RU_EXECUTION
				where ID_ = (select inside.ROOT_PROC_INST_ID_ from %s held
					join ACT_RU_EXECUTION inside on inside.ID_ = held.%s where held.ID_ = ?) for update"""
			.formatted(table, instance);
	}

	/** Takes the case that this process instance belongs to, as its next task would. */
	void takeInstance(String instance) {
		this.jdbc.getObject().queryForList(OF_INSTANCE, String.class, instance);
	}

	private final class Lock extends CommandInterceptor {

		@Override
		public <T> T execute(Command<T> command) {
			if (command instanceof ExecuteJobsCmd) {
				take(OF_JOB, JOB.of(command));
			}
			else if (TASK.containsKey(command.getClass())) {
				take(OF_TASK, TASK.get(command.getClass()).of(command));
			}
			return this.next.execute(command);
		}

		private void take(String lock, Object id) {
			CaseLock.this.jdbc.getObject().queryForList(lock, String.class, id);
		}

	}

}
