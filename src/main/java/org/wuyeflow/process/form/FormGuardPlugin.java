package org.wuyeflow.process.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import org.springframework.stereotype.Component;

/** Puts the {@link FormGuard} behind the engine's transaction and before its work. */
@Component
class FormGuardPlugin extends AbstractProcessEnginePlugin {

	private final Clock clock;

	FormGuardPlugin(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<CommandInterceptor> interceptors = new ArrayList<>();
		if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
			interceptors.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
		}
		interceptors.add(new FormGuard(this.clock));
		configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
	}

}
