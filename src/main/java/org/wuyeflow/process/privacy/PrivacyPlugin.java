package org.wuyeflow.process.privacy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives the engine the history without values, and makes a failed job leave neither in
 * its tables nor in the log what a message may quote.
 */
@Component
class PrivacyPlugin extends AbstractProcessEnginePlugin {

	private static final Logger LOG = LoggerFactory.getLogger(PrivacyPlugin.class);

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setCustomHistoryLevels(List.of(new HistoryWithoutValues()));
		configuration.setHistoryEventProducer(new WordlessJobLog());
		configuration.setEnableCmdExceptionLogging(false);
		configuration.setFailedJobCommandFactory(WordlessRetry::new);
		ExecuteJobHelper.LOGGING_HANDLER = (jobId, failure) -> LOG.warn("Job {} failed", jobId, Wordless.of(failure));
	}

	/** Keeps a job's failure in its history without its words. */
	private static final class WordlessJobLog extends CacheAwareHistoryEventProducer {

		@Override
		public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
			return super.createHistoricJobLogFailedEvt(job, (failure != null) ? Wordless.of(failure) : null);
		}

	}

	/**
	 * Keeps a failure without its words. A job that only came too late, in the engine's
	 * tables or in a record, has not used up a try.
	 */
	private static final class WordlessRetry extends DefaultJobRetryCmd {

		private final Throwable failure;

		WordlessRetry(String jobId, Throwable failure) {
			super(jobId, (failure != null) ? Wordless.of(failure) : null);
			this.failure = failure;
		}

		@Override
		protected boolean shouldDecrementRetriesFor(Throwable wordless) {
			return Stream.iterate(this.failure, Objects::nonNull, Throwable::getCause)
				.noneMatch(
						(one) -> one instanceof OptimisticLockingException || one instanceof OptimisticLockException);
		}

	}

}
