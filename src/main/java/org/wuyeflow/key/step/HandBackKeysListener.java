package org.wuyeflow.key.step;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.key.KeyIncident;

import org.springframework.stereotype.Component;

/**
 * The keys are handed to the owner.
 */
@Component
class HandBackKeysListener extends KeyStepListener {

	private final KeyCustodyService custody;

	HandBackKeysListener(KeyCustodyService custody) {
		this.custody = custody;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		Optional<KeyIncident> incident = this.custody.handBack(number, KeyVariables.COUNTED_KEYS.from(task),
				KeyVariables.SHORTAGE.find(task).orElse(null));
		KeyVariables.INCIDENT_OPENED.on(task, incident.isPresent());
		incident.ifPresent((found) -> KeyVariables.INCIDENT_NUMBER.on(task, found.number()));
	}

}
