package org.wuyeflow.process.form;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.wuyeflow.Refusal;
import org.wuyeflow.process.EngineField;

/**
 * Stands between every person and the engine, inside the transaction of what he does.
 * What he submits at a start or a task is checked against the form deployed there and
 * handed on as variables that the engine never writes down; what else he may ask of the
 * engine {@link StaffCommands} says. Where nobody is logged in to the engine (jobs, own
 * code) all passes.
 */
final class FormGuard extends CommandInterceptor {

	private static final EngineField STARTED_PROCESS = EngineField.of(SubmitStartFormCmd.class, "processDefinitionId");

	private static final EngineField GIVEN_BUSINESS_KEY = EngineField.of(SubmitStartFormCmd.class, "businessKey");

	private static final EngineField STARTED_WITH = EngineField.of(SubmitStartFormCmd.class, "variables");

	private static final EngineField BUILDER = EngineField.of(StartProcessInstanceCmd.class, "instantiationBuilder");

	private static final EngineField SUBMITTED_TASK = EngineField.of(SubmitTaskFormCmd.class, "taskId");

	private static final EngineField SUBMITTED = EngineField.of(SubmitTaskFormCmd.class, "properties");

	private static final EngineField COMPLETED_TASK = EngineField.of(CompleteTaskCmd.class, "taskId");

	private static final EngineField COMPLETED_WITH = EngineField.of(CompleteTaskCmd.class, "variables");

	private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

	private final DeployedForms forms = new DeployedForms();

	private final Clock clock;

	private final FormCheck check;

	FormGuard(Clock clock) {
		this.clock = clock;
		this.check = new FormCheck(clock);
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (this.inside.get()) {
			return this.next.execute(command);
		}
		this.inside.set(true);
		try {
			CommandContext context = Context.getCommandContext();
			Authentication person = context.getAuthentication();
			if (person != null && person.getUserId() != null) {
				examine(command, person, context);
			}
			return this.next.execute(command);
		}
		finally {
			this.inside.remove();
		}
	}

	private void examine(Command<?> command, Authentication person, CommandContext context) {
		boolean administrator = context.getAuthorizationManager().isCamundaAdmin(person);
		if (!administrator && !StaffCommands.open(command.getClass())) {
			throw Refusal.forbidden(StaffCommands.sentence(command.getClass()));
		}
		if (command instanceof SubmitStartFormCmd) {
			start(command, context, person);
		}
		else if (command instanceof StartProcessInstanceCmd) {
			startByBuilder(command, context, person);
		}
		else if (command instanceof SubmitTaskFormCmd) {
			task(command, SUBMITTED_TASK, SUBMITTED, context, person);
		}
		else if (command instanceof CompleteTaskCmd) {
			task(command, COMPLETED_TASK, COMPLETED_WITH, context, person);
		}
	}

	private void start(Command<?> command, CommandContext context, Authentication person) {
		String processId = (String) STARTED_PROCESS.of(command);
		noBusinessKey((String) GIVEN_BUSINESS_KEY.of(command), null);
		ProcessDefinitionEntity process = context.getProcessEngineConfiguration()
			.getDeploymentCache()
			.findDeployedProcessDefinitionById(processId);
		STARTED_WITH.set(command, startVariables(process, variables(STARTED_WITH, command), context, person));
	}

	private void startByBuilder(Command<?> command, CommandContext context, Authentication person) {
		ProcessInstantiationBuilderImpl builder = (ProcessInstantiationBuilderImpl) BUILDER.of(command);
		noBusinessKey(builder.getBusinessKey(), builder.getCaseInstanceId());
		ProcessDefinitionEntity process = new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
		VariableMap accepted = startVariables(process, builder.getVariables(), context, person);
		builder.getVariables().clear();
		builder.getVariables().putAll(accepted);
	}

	private void noBusinessKey(String businessKey, String caseInstanceId) {
		if ((businessKey != null && !businessKey.isEmpty()) || caseInstanceId != null) {
			throw new Refusal("业务编号由系统编排，请不要自行填写。");
		}
	}

	private VariableMap startVariables(ProcessDefinitionEntity process, Map<String, Object> submitted,
			CommandContext context, Authentication person) {
		Optional<Form> form = this.forms.start(process, context);
		Map<String, Object> accepted = accept(form, submitted, person, Map::of,
				(checker) -> checker.checkCreateProcessInstance(process), context);
		VariableMap passing = Variables.createVariables();
		accepted.forEach((name, value) -> passing.put(name, SubmittedValues.passing(value)));
		return passing;
	}

	private void task(Command<?> command, EngineField taskId, EngineField submitted, CommandContext context,
			Authentication person) {
		TaskEntity task = context.getTaskManager().findTaskById((String) taskId.of(command));
		if (task == null) {
			return;
		}
		if (task.getDelegationState() == DelegationState.PENDING) {
			throw Refusal.conflict("这项任务正在委托办理中，请先由主管重新指派。");
		}
		Optional<Form> form = (task.getTaskDefinition() != null)
				? this.forms.task(task.getProcessDefinition(), task.getTaskDefinitionKey(), context) : Optional.empty();
		Map<String, Object> accepted = accept(form, variables(submitted, command), person,
				() -> new HashMap<>(task.getVariables()), (checker) -> checker.checkTaskWork(task), context);
		VariableMap passing = Variables.createVariables();
		accepted.forEach((name, value) -> passing.put(name, SubmittedValues.passing(value)));
		form.ifPresent((found) -> standInForRouting(found, task, accepted, passing));
		submitted.set(command, passing);
	}

	/**
	 * Where the process keeps a routing variable under a field's name, a given value
	 * replaces it (a choice, a number or a date only: they hold no text of a person), and
	 * the listener does not see the old value where none is given.
	 */
	private void standInForRouting(Form form, TaskEntity task, Map<String, Object> accepted, VariableMap passing) {
		AbstractVariableScope scope = task.getExecution();
		form.byVariable().forEach((name, field) -> {
			if (!scope.hasVariable(name)) {
				return;
			}
			if (!accepted.containsKey(name)) {
				task.setVariableLocal(name, Variables.untypedNullValue(true));
			}
			else if (field.type().freeText()) {
				throw new IllegalStateException(
						"Process variable '%s' has the name of a text field of form %s".formatted(name, form.id()));
			}
			else {
				passing.putValueTyped(name, Variables.untypedValue(accepted.get(name)));
			}
		});
	}

	private Map<String, Object> accept(Optional<Form> form, Map<String, Object> submitted, Authentication person,
			Supplier<Map<String, Object>> known, Consumer<CommandChecker> right, CommandContext context) {
		try {
			Map<String, Object> values = SubmittedValues.plain(submitted, this.clock.getZone());
			return this.check.accept(form.orElse(new Form("", List.of())), values, offices(person, context), known);
		}
		catch (Refusal refusal) {
			// who may not do this at all shall not learn what the form asks
			context.getProcessEngineConfiguration().getCommandCheckers().forEach(right);
			throw refusal;
		}
	}

	private static Set<String> offices(Authentication person, CommandContext context) {
		if (context.getAuthorizationManager().isCamundaAdmin(person)) {
			return context.getReadOnlyIdentityProvider()
				.createTenantQuery(context)
				.list()
				.stream()
				.map(Tenant::getId)
				.collect(Collectors.toSet());
		}
		return (person.getTenantIds() != null) ? new HashSet<>(person.getTenantIds()) : Set.of();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> variables(EngineField field, Command<?> command) {
		return (Map<String, Object>) field.of(command);
	}

}
