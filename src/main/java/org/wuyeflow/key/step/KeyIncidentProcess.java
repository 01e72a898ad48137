package org.wuyeflow.key.step;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.key.KeyIncident;

import org.springframework.stereotype.Component;

/**
 * The process {@code key-incident}: its names, and what its cards show.
 */
@Component
public class KeyIncidentProcess {

	/** The process definition's key. */
	public static final String KEY = "key-incident";

	private final RuntimeService instances;

	KeyIncidentProcess(RuntimeService instances) {
		this.instances = instances;
	}

	void route(DelegateExecution execution, KeyIncident incident) {
		KeyFormsProcess.card(execution, incident.number(), incident.houseNumber(), incident.kind().label());
	}

	/** Starts the handling of an incident that was written down elsewhere. */
	void start(KeyIncident incident) {
		this.instances.startProcessInstanceByKey(KEY, incident.number(), Map.of(KeyVariables.INCIDENT_NUMBER.name(),
				incident.number(), KeyVariables.OFFICE.name(), incident.office()));
	}

}
