package org.wuyeflow.support;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.wuyeflow.office.Role;

/**
 * The sample's staff at their desks: they start processes and do tasks through the
 * deployed forms, each under his own name and with his own rights.
 */
public final class Desk {

	private final ProcessEngine engine;

	public Desk(ProcessEngine engine) {
		this.engine = engine;
	}

	/** Starts a process under somebody's name. */
	public Case start(String user, String process, Map<String, Object> form) {
		String definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		logIn(user);
		try {
			ProcessInstance instance = this.engine.getFormService().submitStartForm(definition, form);
			return new Case(instance.getId());
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

	/** The instance with this business key. */
	public Case find(String number) {
		return new Case(this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.singleResult()
			.getId());
	}

	private void logIn(String user) {
		IdentityService identity = this.engine.getIdentityService();
		List<String> groups = identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
		List<String> tenants = identity.createTenantQuery()
			.userMember(user)
			.list()
			.stream()
			.map(Tenant::getId)
			.toList();
		identity.setAuthentication(user, groups, tenants);
	}

	/** A running or finished instance. */
	public final class Case {

		private final String id;

		private Case(String id) {
			this.id = id;
		}

		/** The business key. */
		public String number() {
			return Desk.this.engine.getHistoryService()
				.createHistoricProcessInstanceQuery()
				.processInstanceId(this.id)
				.singleResult()
				.getBusinessKey();
		}

		/** The ids in the model of the tasks that are open, in alphabetical order. */
		public List<String> openTasks() {
			return Desk.this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceId(this.id)
				.list()
				.stream()
				.map(Task::getTaskDefinitionKey)
				.sorted()
				.toList();
		}

		/** The open task with this id in the model. */
		public Task task(String definition) {
			return Desk.this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceId(this.id)
				.taskDefinitionKey(definition)
				.initializeFormKeys()
				.singleResult();
		}

		/** The group that may do this task. */
		public List<String> candidates(String definition) {
			return Desk.this.engine.getTaskService()
				.getIdentityLinksForTask(task(definition).getId())
				.stream()
				.map(IdentityLink::getGroupId)
				.sorted()
				.toList();
		}

		/** One of those who may do this task does it. */
		public void complete(String definition, Map<String, Object> form) {
			Task task = task(definition);
			if (task == null) {
				throw new AssertionError(definition + " is not open, but " + openTasks());
			}
			String role = candidates(definition).get(0);
			boolean companyWide = Role.find(role).orElseThrow().companyWide();
			completeAs((companyWide || "cuihu".equals(task.getTenantId())) ? role : role + "-" + task.getTenantId(),
					definition, form);
		}

		/** Somebody does this task. */
		public void completeAs(String user, String definition, Map<String, Object> form) {
			Task task = task(definition);
			logIn(user);
			try {
				Desk.this.engine.getFormService().submitTaskForm(task.getId(), form);
			}
			finally {
				Desk.this.engine.getIdentityService().clearAuthentication();
			}
		}

		/** Runs the timers that are due by now, and says how many there were. */
		public int runDueTimers() {
			List<Job> due = Desk.this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(this.id)
				.timers()
				.executable()
				.list();
			due.forEach((timer) -> Desk.this.engine.getManagementService().executeJob(timer.getId()));
			return due.size();
		}

		/** When each waiting timer is due. */
		public List<Date> timers() {
			return Desk.this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(this.id)
				.timers()
				.orderByJobDuedate()
				.asc()
				.list()
				.stream()
				.map(Job::getDuedate)
				.toList();
		}

		/** Whether the instance has come to this element. */
		public boolean passed(String activity) {
			return Desk.this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(this.id)
				.activityId(activity)
				.list()
				.stream()
				.anyMatch((instance) -> instance.getEndTime() != null);
		}

		/** Whether nothing of the instance is left to do. */
		public boolean ended() {
			return Desk.this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processInstanceId(this.id)
				.count() == 0;
		}

		/** The end events that it came to, in order. */
		public List<String> ends() {
			return Desk.this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(this.id)
				.orderPartiallyByOccurrence()
				.asc()
				.list()
				.stream()
				.map(HistoricActivityInstance::getActivityId)
				.filter((activity) -> activity.startsWith("EndEvent_"))
				.toList();
		}

		/** The value of a routing variable, or null. */
		public Object variable(String name) {
			return Desk.this.engine.getRuntimeService().getVariable(this.id, name);
		}

	}

	/** Sets the engine's clock. */
	public static void setClock(java.time.Instant now) {
		ClockUtil.setCurrentTime(Date.from(now));
	}

}
