package org.wuyeflow.process.refusal;

import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class AnswersTest {

	private final IdentityService identity = mock(IdentityService.class, RETURNS_DEEP_STUBS);

	private Answers answers;

	@BeforeEach
	void build() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("identity", this.identity);
		this.answers = new Answers(beans.getBeanProvider(org.camunda.bpm.engine.HistoryService.class),
				beans.getBeanProvider(IdentityService.class), () -> Staff.SYSTEM);
	}

	@ParameterizedTest
	@MethodSource
	void failureOfTheEngineBecomesAStatusAndASentence(Exception failure, int status, String part) {
		Answer answer = this.answers.to(500, new ProcessEngineException("ENGINE-03051 wrapped", failure), null);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.sentence()).contains(part).endsWith("。").doesNotContainPattern("[A-Z][a-z]|ENGINE");
	}

	static Stream<Arguments> failureOfTheEngineBecomesAStatusAndASentence() {
		return Stream.of(Arguments.of(new Refusal("电话不正确。"), 400, "电话不正确。"),
				Arguments.of(Refusal.conflict("已有人办理。"), 409, "已有人办理。"),
				Arguments.of(new AuthorizationException("a", "UPDATE", "Task", "1"), 403, "没有权限"),
				Arguments.of(new OptimisticLockingException("ENGINE-03005 updated concurrently"), 409, "刚才已有人处理"),
				Arguments.of(new OptimisticLockException("row was updated"), 409, "刚才已有人处理"),
				Arguments.of(new CannotAcquireLockException("deadlock"), 409, "有人正在处理"),
				Arguments.of(new SQLTransactionRollbackException("deadlock"), 409, "有人正在处理"),
				Arguments.of(new SQLTimeoutException("lock wait"), 409, "有人正在处理"),
				Arguments.of(new SuspendedEntityInteractionException("task is suspended"), 409, "暂停"),
				Arguments.of(new MismatchingMessageCorrelationException("any", "no execution"), 409, "下一步或已办结"),
				Arguments.of(new NullValueException("Cannot find task with id 1"), 404, "没有找到"),
				Arguments.of(new ProcessEngineException("ENGINE-13034 Cannot update the task"), 404, "不属于您的管理处"),
				Arguments.of(new BadUserRequestException("bad query"), 400, "请求的内容有误"),
				Arguments.of(new IllegalStateException("boom"), 500, "系统出错"));
	}

	@Test
	void taskThatAColleagueHasTakenIsNamedWithHim() {
		UserEntity colleague = new UserEntity("steward");
		colleague.setFirstName("张三");
		given(this.identity.createUserQuery().userId("steward").singleResult()).willReturn(colleague);
		assertThat(this.answers.to(500, new TaskAlreadyClaimedException("1", "steward"), "1"))
			.isEqualTo(new Answer(409, "这项任务已由 张三 领取，请刷新任务列表。"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 405, 406, 409, 415, 422, 429, 500, 503 })
	void statusWithoutAFailureHasASentenceToo(int status) {
		Answer answer = this.answers.to(status, null, null);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.sentence()).matches("[\\p{IsHan}].*。");
		assertThat(answer.type()).matches("[A-Z][A-Za-z]+");
	}

}
