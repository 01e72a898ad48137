package org.wuyeflow.process.security;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.wuyeflow.Refusal;
import org.wuyeflow.process.EngineField;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

/**
 * Who may do what with one task. Grants say in which processes a role takes part; here is
 * decided whether this task is his: a candidate takes it for himself, its assignee works
 * on it and puts it back, a superior of the office gives it to somebody of the office,
 * and nobody else touches it. The administrator and the engine's own work are not bound.
 */
final class TaskRights extends CommandInterceptor {

	private static final EngineField CLAIMANT = EngineField.of(ClaimTaskCmd.class, "userId");

	private static final EngineField ASSIGNEE = EngineField.of(AbstractAddIdentityLinkCmd.class, "userId");

	private static final ThreadLocal<Command<?>> REQUEST = new ThreadLocal<>();

	/** Notes the request that the checks of this class are asked about. */
	@Override
	public <T> T execute(Command<T> command) {
		if (REQUEST.get() != null) {
			return this.next.execute(command);
		}
		REQUEST.set(command);
		try {
			return this.next.execute(command);
		}
		finally {
			REQUEST.remove();
		}
	}

	/** The checks, to be put behind the engine's own. */
	static CommandChecker checker(StaffDirectory directory) {
		return EngineChecks.only(CommandChecker.class, new Checks(directory));
	}

	/** The checks of the engine that this class adds to; the others pass. */
	record Checks(StaffDirectory directory) {

		public void checkTaskWork(TaskEntity task) {
			Authentication caller = bound();
			if (caller == null) {
				return;
			}
			if (REQUEST.get() instanceof ClaimTaskCmd claim) {
				Object claimant = CLAIMANT.of(claim);
				if (claimant != null && !claimant.equals(caller.getUserId())) {
					throw forbidden("任务只能由本人领取，不能替别人领取。");
				}
				if (claimant != null && isCandidate(task, caller)) {
					return;
				}
			}
			if (isAssignee(task, caller)) {
				return;
			}
			if (!isCandidate(task, caller)) {
				throw forbidden("这项任务不由您的岗位办理。");
			}
			if (task.getAssignee() != null) {
				throw forbidden("这项任务已由" + name(task.getAssignee()) + "领取，如需接手请联系本人或主管。");
			}
		}

		public void checkTaskAssign(TaskEntity task) {
			Authentication caller = bound();
			if (caller == null) {
				return;
			}
			if (!(REQUEST.get() instanceof AssignTaskCmd assignment)) {
				throw forbidden("任务的候选人、优先级和期限由流程规定，不能手工修改。");
			}
			Object assignee = ASSIGNEE.of(assignment);
			boolean superior = Role.anyOf(Role.DISPATCHERS, staff(caller.getUserId()));
			if (assignee == null && !isAssignee(task, caller) && !superior) {
				throw forbidden("只有领取人本人或主管可以退回任务。");
			}
			if (assignee != null && !superior) {
				throw forbidden("只有主管可以把任务交给其他人。");
			}
			if (assignee != null && !staff((String) assignee).worksFor(String.valueOf(task.getTenantId()))) {
				throw forbidden("只能把任务交给本管理处的员工。");
			}
		}

		public void checkUpdateTaskVariable(TaskEntity task) {
			Authentication caller = bound();
			if (caller != null && !isAssignee(task, caller)) {
				throw forbidden("只有任务的办理人可以填写任务内容。");
			}
		}

		public void checkReadTaskVariable(TaskEntity task) {
			Authentication caller = bound();
			if (caller == null || isAssignee(task, caller) || isCandidate(task, caller)) {
				return;
			}
			Staff reader = staff(caller.getUserId());
			if (!Role.anyOf(Role.MANAGERS, reader) && !reader.has(Role.AUDITOR.id())) {
				throw forbidden("这项任务不由您的岗位办理，不能查看其内容。");
			}
		}

		private Staff staff(String id) {
			return this.directory.find(id).orElseGet(() -> new Staff(id, id, Set.of(), Set.of()));
		}

		private String name(String id) {
			return " " + staff(id).name() + " ";
		}

		private static Authentication bound() {
			CommandContext context = Context.getCommandContext();
			Authentication caller = context.getAuthentication();
			boolean free = caller == null || !context.isAuthorizationCheckEnabled()
					|| context.getAuthorizationManager().isCamundaAdmin(caller);
			return free ? null : caller;
		}

		private static boolean isAssignee(TaskEntity task, Authentication caller) {
			return Objects.equals(task.getAssignee(), caller.getUserId());
		}

		private static boolean isCandidate(TaskEntity task, Authentication caller) {
			List<String> groups = (caller.getGroupIds() != null) ? caller.getGroupIds() : List.of();
			return task.getCandidates().stream().anyMatch((link) -> isCandidate(link, caller.getUserId(), groups));
		}

		private static boolean isCandidate(IdentityLink link, String user, List<String> groups) {
			return IdentityLinkType.CANDIDATE.equals(link.getType())
					&& (user.equals(link.getUserId()) || groups.contains(link.getGroupId()));
		}

		private static ProcessEngineException forbidden(String sentence) {
			AuthorizationException refused = new AuthorizationException(sentence);
			refused.initCause(Refusal.forbidden(sentence));
			return refused;
		}

	}

}
