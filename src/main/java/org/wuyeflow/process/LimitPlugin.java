package org.wuyeflow.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.wuyeflow.deadline.Deadlines;

import org.springframework.stereotype.Component;

/**
 * Lets managers write limits into tables and models: what cannot be read is not deployed,
 * by whatever way it comes.
 */
@Component
class LimitPlugin extends AbstractProcessEnginePlugin {

	private final Deadlines deadlines;

	private final Clock clock;

	LimitPlugin(Deadlines deadlines, Clock clock) {
		this.deadlines = deadlines;
		this.clock = clock;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), new DeadlineTables()));
		configuration.setCustomPostBPMNParseListeners(
				with(configuration.getCustomPostBPMNParseListeners(), new TaskLimits(this.deadlines, this.clock)));
	}

	private static <T> List<T> with(List<T> others, T one) {
		List<T> all = (others != null) ? new ArrayList<>(others) : new ArrayList<>();
		all.add(one);
		return all;
	}

}
