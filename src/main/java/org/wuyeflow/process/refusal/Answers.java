package org.wuyeflow.process.refusal;

import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.process.EngineLookup;
import org.wuyeflow.process.privacy.Wordless;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Finds the status and the sentence for whatever failed.
 */
@Component
class Answers {

	private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

	/** The engine's refusal of what belongs to another tenant begins with this. */
	private static final String OTHER_OFFICE = "ENGINE-13034";

	private final ObjectProvider<HistoryService> history;

	private final ObjectProvider<IdentityService> identity;

	private final CurrentStaff currentStaff;

	Answers(ObjectProvider<HistoryService> history, ObjectProvider<IdentityService> identity,
			CurrentStaff currentStaff) {
		this.history = history;
		this.identity = identity;
		this.currentStaff = currentStaff;
	}

	/**
	 * The answer to a request that failed.
	 * @param status what the engine's door answered
	 * @param failure what failed in the engine, or null where the door itself refused
	 * @param taskId the task that the request was about, or null
	 */
	Answer to(int status, Throwable failure, String taskId) {
		Optional<Refusal> refusal = find(failure, Refusal.class);
		if (refusal.isPresent()) {
			return new Answer(refusal.get().status(), refusal.get().getMessage());
		}
		if (find(failure, AuthorizationException.class).isPresent()) {
			return new Answer(403, "您没有权限进行这项操作；如工作需要，请联系管理员。");
		}
		Optional<TaskAlreadyClaimedException> claimed = find(failure, TaskAlreadyClaimedException.class);
		if (claimed.isPresent()) {
			return new Answer(409, "这项任务已由 %s 领取，请刷新任务列表。".formatted(name(claimed.get().getTaskAssignee())));
		}
		if (somebodyWasQuicker(failure)) {
			return new Answer(409, "刚才已有人处理了这一事项，您的操作没有保存；请刷新后按最新情况办理。");
		}
		if (somebodyWasInTheWay(failure)) {
			return new Answer(409, "有人正在处理同一事项，您的操作没有保存；请稍后再提交一次。");
		}
		if (find(failure, SuspendedEntityInteractionException.class).isPresent()) {
			return new Answer(409, "这个流程已被暂停，暂时不能办理；请联系主管。");
		}
		if (find(failure, MismatchingMessageCorrelationException.class).isPresent()) {
			return new Answer(409, "这一事项已进入下一步或已办结，您的操作没有保存；请刷新后查看。");
		}
		if (isAboutNothing(failure)) {
			return (taskId != null) ? goneTask(taskId) : new Answer(404, "没有找到要处理的内容，可能已办结，或不属于您的管理处。");
		}
		if (find(failure, BadUserRequestException.class).isPresent()) {
			return new Answer(400, "请求的内容有误，没有处理；请检查后重新提交。");
		}
		return byStatus(status, failure);
	}

	private static boolean somebodyWasQuicker(Throwable failure) {
		return find(failure, OptimisticLockingException.class).isPresent()
				|| find(failure, OptimisticLockException.class).isPresent()
				|| find(failure, OptimisticLockingFailureException.class).isPresent();
	}

	/** A lock was not to be had in time, or two waited for each other. */
	private static boolean somebodyWasInTheWay(Throwable failure) {
		return find(failure, PessimisticLockingFailureException.class).isPresent()
				|| find(failure, SQLTransactionRollbackException.class).isPresent()
				|| find(failure, SQLTimeoutException.class).isPresent();
	}

	private static boolean isAboutNothing(Throwable failure) {
		return find(failure, NotFoundException.class).isPresent() || find(failure, NullValueException.class).isPresent()
				|| chain(failure).anyMatch((one) -> String.valueOf(one.getMessage()).startsWith(OTHER_OFFICE));
	}

	private Answer goneTask(String taskId) {
		HistoricTaskInstance task = EngineLookup.asApplication(this.identity.getObject(),
				() -> this.history.getObject()
					.createHistoricTaskInstanceQuery()
					.taskId(taskId)
					.finished()
					.singleResult());
		if (task == null || task.getTenantId() == null || !this.currentStaff.get().worksFor(task.getTenantId())) {
			return new Answer(404, "没有找到这项任务，可能已办结，或不属于您的管理处；请刷新任务列表。");
		}
		String who = Optional.ofNullable(task.getAssignee()).or(() -> completedBy(taskId)).orElse(null);
		return new Answer(409, (who != null) ? "这项任务刚才已由 %s 办结，您的操作没有保存；请刷新任务列表。".formatted(name(who))
				: "这项任务刚才已办结，您的操作没有保存；请刷新任务列表。");
	}

	/** Who completed a task that nobody had claimed. */
	private Optional<String> completedBy(String taskId) {
		return EngineLookup
			.asApplication(this.identity.getObject(),
					() -> this.history.getObject()
						.createUserOperationLogQuery()
						.taskId(taskId)
						.operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
						.list())
			.stream()
			.map(UserOperationLogEntry::getUserId)
			.filter(Objects::nonNull)
			.findFirst();
	}

	private Answer byStatus(int status, Throwable failure) {
		return switch (status) {
			case 401 -> new Answer(401, "请先登录。");
			case 403 -> new Answer(403, "您没有权限进行这项操作；如工作需要，请联系管理员。");
			case 404 -> new Answer(404, "没有找到要处理的内容，可能已办结，或不属于您的管理处。");
			case 405, 406, 415 -> new Answer(status, "不支持这种请求方式或内容格式。");
			case 409 -> new Answer(409, "刚才已有人处理了这一事项，您的操作没有保存；请刷新后按最新情况办理。");
			case 429 -> new Answer(429, "操作过于频繁，请稍后再试。");
			default -> (status < 500) ? new Answer(status, "请求的内容有误，没有处理；请检查后重新提交。") : fault(status, failure);
		};
	}

	private Answer fault(int status, Throwable failure) {
		String number = UUID.randomUUID().toString().substring(0, 8);
		if (failure != null) {
			LOG.error("Fault {}", number, Wordless.of(failure));
		}
		else {
			LOG.error("Fault {} outside the engine", number);
		}
		return new Answer(status, "系统出错，您的操作没有保存；请联系管理员（编号 %s）。".formatted(number));
	}

	private String name(String userId) {
		User user = EngineLookup.asApplication(this.identity.getObject(),
				() -> this.identity.getObject().createUserQuery().userId(userId).singleResult());
		if (user == null) {
			return "同事";
		}
		return Stream.of(user.getLastName(), user.getFirstName())
			.filter(Objects::nonNull)
			.reduce("", String::concat)
			.strip();
	}

	private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
		return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
	}

	private static Stream<Throwable> chain(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(30);
	}

}
