package org.wuyeflow.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Notes which sequence flows were taken: the engine's history does not know.
 */
public final class TakenFlows extends AbstractProcessEnginePlugin {

	private final Set<String> taken = ConcurrentHashMap.newKeySet();

	/** The ids of the flows taken so far. */
	public Set<String> ids() {
		return this.taken;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<BpmnParseListener> listeners = new ArrayList<>();
		if (configuration.getCustomPreBPMNParseListeners() != null) {
			listeners.addAll(configuration.getCustomPreBPMNParseListeners());
		}
		listeners.add(new AbstractBpmnParseListener() {
			@Override
			public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
				ExecutionListener note = (execution) -> TakenFlows.this.taken.add(transition.getId());
				transition.addListener(ExecutionListener.EVENTNAME_TAKE, note);
			}
		});
		configuration.setCustomPreBPMNParseListeners(listeners);
	}

}
