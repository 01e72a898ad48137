package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.IncidentKind;
import org.wuyeflow.key.KeyIncident;
import org.wuyeflow.key.KeyIncidentService;

import org.springframework.stereotype.Component;

/**
 * An incident is written down, unless it was where it was found.
 */
@Component
class RegisterIncidentDelegate implements JavaDelegate {

	private final KeyIncidentService incidents;

	private final KeyIncidentProcess process;

	RegisterIncidentDelegate(KeyIncidentService incidents, KeyIncidentProcess process) {
		this.incidents = incidents;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		KeyIncident incident = KeyVariables.INCIDENT_NUMBER.find(execution)
			.flatMap(this.incidents::find)
			.orElseGet(() -> report(execution));
		execution.setProcessBusinessKey(incident.number());
		this.process.route(execution, incident);
	}

	private KeyIncident report(DelegateExecution form) {
		return this.incidents.report(form.getTenantId(), KeyVariables.HOUSE_NUMBER.from(form), null,
				KeyFormsProcess.doors(form, KeyVariables.DOORS),
				KeyFormsProcess.constant(IncidentKind.class, KeyVariables.INCIDENT_KIND.from(form)),
				KeyVariables.INCIDENT_TEXT.from(form));
	}

}
