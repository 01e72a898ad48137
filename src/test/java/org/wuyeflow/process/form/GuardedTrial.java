package org.wuyeflow.process.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.process.ProcessVariable;
import org.wuyeflow.record.CaseDescriber;
import org.wuyeflow.record.CaseSummary;
import org.wuyeflow.record.CaseSummary.Fact;
import org.wuyeflow.record.CaseSummary.Step;

import org.springframework.stereotype.Component;

/**
 * A procedure of the smallest kind, for the tests of what reaches the engine: its record
 * is a map in memory.
 */
@Component
public class GuardedTrial {

	public static final String PROCESS = "guarded-trial";

	/** What the delegates read, by business key. */
	static final Map<String, Map<String, Object>> RECORDS = new ConcurrentHashMap<>();

	private static final ProcessVariable<String> SUBJECT = ProcessVariable.string("subject");

	private static final ProcessVariable<String> CHANNEL = ProcessVariable.string("channel");

	private static final ProcessVariable<String> OUTCOME = ProcessVariable.string("outcome");

	private final RepositoryService repositoryService;

	private final AuthorizationService authorizationService;

	private final List<Authorization> grants = new ArrayList<>();

	private String deployment;

	GuardedTrial(RepositoryService repositoryService, AuthorizationService authorizationService) {
		this.repositoryService = repositoryService;
		this.authorizationService = authorizationService;
	}

	/**
	 * Deploys the procedure and lets its people work, with more rights than they need.
	 */
	public void deploy() {
		this.deployment = this.repositoryService.createDeployment()
			.name("trial")
			.addClasspathResource("guarded/guarded-trial.bpmn")
			.addClasspathResource("guarded/register-trial.form")
			.addClasspathResource("guarded/handle-trial.form")
			.deploy()
			.getId();
		for (String role : List.of("front-desk", "vice-president")) {
			grant(role, Resources.PROCESS_DEFINITION, PROCESS, ProcessDefinitionPermissions.READ,
					ProcessDefinitionPermissions.CREATE_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
					ProcessDefinitionPermissions.READ_TASK_VARIABLE, ProcessDefinitionPermissions.TASK_WORK,
					ProcessDefinitionPermissions.UPDATE_INSTANCE, ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE,
					ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE);
			grant(role, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE, Permissions.UPDATE);
		}
	}

	/** Takes all of it away again. */
	public void undeploy() {
		this.repositoryService.deleteDeployment(this.deployment, true);
		this.grants.forEach((grant) -> this.authorizationService.deleteAuthorization(grant.getId()));
		this.grants.clear();
		RECORDS.clear();
	}

	private void grant(String group, Resource resource, String id, Permission... permissions) {
		Authorization present = this.authorizationService.createAuthorizationQuery()
			.groupIdIn(group)
			.resourceType(resource)
			.resourceId(id)
			.singleResult();
		if (present == null) {
			Authorization grant = this.authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			grant.setGroupId(group);
			grant.setResource(resource);
			grant.setResourceId(id);
			grant.setPermissions(permissions);
			this.grants.add(this.authorizationService.saveAuthorization(grant));
		}
	}

	/** Describes the trial's case in words that no page may take for markup. */
	@Component
	static class TrialDescriber implements CaseDescriber {

		@Override
		public Set<String> processes() {
			return Set.of(PROCESS);
		}

		@Override
		public Optional<CaseSummary> describe(String number, Staff reader) {
			String phone = reader.has("front-desk") ? "13800138000" : "138****8000";
			return Optional.of(new CaseSummary(number,
					List.of(new Fact("业务编号", number), new Fact("房号", "3-2-1501"), new Fact("联系电话", phone)),
					List.of(new Fact("投诉内容",
							"<img src=x onerror=alert(1)> & \"引号\" {{1+1}} ${2+2}\n第二行 𠮷😀\n\n" + "长文字。".repeat(200))),
					List.of(new Step("2026-03-08 09:30", "李前台", "登记<b>投诉</b>"),
							new Step("2026-03-08 10:10", "王主管", "转工程部处理"))));
		}

	}

	@Component("recordTrialDelegate")
	static class RecordTrialDelegate implements JavaDelegate {

		@Override
		public void execute(DelegateExecution execution) {
			Map<String, Object> read = new HashMap<>();
			for (String name : Set.of("subject", "words", "phone", "email")) {
				ProcessVariable.string(name).find(execution).ifPresent((text) -> read.put(name, text));
			}
			ProcessVariable.list("payments").find(execution).ifPresent((rows) -> read.put("payments", rows));
			ProcessVariable.list("tags").find(execution).ifPresent((tags) -> read.put("tags", tags));
			ProcessVariable.dateTime("received").find(execution).ifPresent((time) -> read.put("received", time));
			ProcessVariable.date("visit").find(execution).ifPresent((day) -> read.put("visit", day));
			ProcessVariable.decimal("amount").find(execution).ifPresent((sum) -> read.put("amount", sum));
			ProcessVariable.integer("people").find(execution).ifPresent((number) -> read.put("people", number));
			String number = "SY-2026-" + SUBJECT.from(execution).hashCode();
			execution.setProcessBusinessKey(number);
			CHANNEL.on(execution, CHANNEL.from(execution));
			RECORDS.put(number, read);
		}

	}

	@Component("handleTrialListener")
	static class HandleTrialListener implements TaskListener {

		@Override
		public void notify(DelegateTask task) {
			if (OUTCOME.from(task).startsWith("拒绝")) {
				throw Refusal.conflict("这一事项已经办结，不能再登记结果。");
			}
			if (OUTCOME.from(task).startsWith("错误")) {
				throw new BpmnError("trial.unexpected");
			}
			if (OUTCOME.from(task).startsWith("出错")) {
				throw new IllegalStateException("Cannot store " + OUTCOME.from(task));
			}
			Map<String, Object> record = RECORDS.get(task.getExecution().getProcessBusinessKey());
			@SuppressWarnings("unchecked")
			List<String> outcomes = (List<String>) record.computeIfAbsent("outcomes", (name) -> new ArrayList<>());
			outcomes.add(OUTCOME.from(task));
			record.put("channel", CHANNEL.find(task).orElse("not given"));
		}

	}

}
