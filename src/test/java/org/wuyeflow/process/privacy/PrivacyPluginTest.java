package org.wuyeflow.process.privacy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.persistence.OptimisticLockException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PrivacyPluginTest {

	private final ProcessEngine engine = engine();

	@BeforeEach
	void failWithWords() {
		Clumsy.failure = () -> new IllegalStateException("王小明 does not fit");
	}

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void failedJobKeepsWhereItFailedAndNoneOfTheWords() {
		deploy();
		this.engine.getRuntimeService().startProcessInstanceByKey("p");
		Job job = this.engine.getManagementService().createJobQuery().singleResult();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.engine.getManagementService().executeJob(job.getId()));
		Job failed = this.engine.getManagementService().createJobQuery().singleResult();
		assertThat(failed.getRetries()).isEqualTo(job.getRetries() - 1);
		assertThat(failed.getExceptionMessage()).doesNotContain("王小明").contains("Exception");
		assertThat(this.engine.getManagementService().getJobExceptionStacktrace(job.getId())).doesNotContain("王小明")
			.contains("PrivacyPluginTest$Clumsy.work");
		assertThat(this.engine.getHistoryService()
			.createHistoricJobLogQuery()
			.failureLog()
			.singleResult()
			.getJobExceptionMessage()).doesNotContain("王小明");
	}

	@Test
	void jobThatCameTooLateHasAllItsTriesLeft() {
		deploy();
		for (RuntimeException late : List.of(new OptimisticLockingException("王小明"),
				new IllegalStateException(new OptimisticLockException("王小明")))) {
			Clumsy.failure = () -> late;
			String instance = this.engine.getRuntimeService().startProcessInstanceByKey("p").getId();
			Job job = this.engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult();
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> this.engine.getManagementService().executeJob(job.getId()));
			assertThat(this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.singleResult()
				.getRetries()).isEqualTo(job.getRetries());
		}
	}

	@Test
	void historyTellsWhatHappenedWithoutAValue() {
		deploy();
		this.engine.getRuntimeService().startProcessInstanceByKey("p", Map.of("department", "engineering"));
		assertThat(this.engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isOne();
		assertThat(this.engine.getHistoryService().createHistoricActivityInstanceQuery().count()).isPositive();
		assertThat(this.engine.getHistoryService().createHistoricVariableInstanceQuery().count()).isZero();
		assertThat(this.engine.getHistoryService().createHistoricDetailQuery().count()).isZero();
	}

	private void deploy() {
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("p.bpmn",
					Bpmn.createExecutableProcess("p")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.serviceTask()
						.camundaAsyncBefore()
						.camundaExpression("${clumsy.work()}")
						.endEvent()
						.done())
			.deploy();
	}

	private static ProcessEngine engine() {
		StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
		configuration.setProcessEngineName("privacy");
		configuration.setJdbcUrl("jdbc:h2:mem:privacy");
		configuration.setHistory(HistoryWithoutValues.NAME);
		configuration.setProcessEnginePlugins(List.of(new PrivacyPlugin()));
		configuration.setBeans(Map.of("clumsy", new Clumsy()));
		return configuration.buildProcessEngine();
	}

	/** Fails with words that a customer said. */
	public static final class Clumsy {

		private static Supplier<RuntimeException> failure;

		public void work() {
			throw failure.get();
		}

	}

}
