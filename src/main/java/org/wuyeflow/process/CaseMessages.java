package org.wuyeflow.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a running case that something has happened elsewhere: in another case, or on a
 * page. It waits until nobody else acts on the case, like everybody who does.
 */
@Component
public class CaseMessages {

	private final RuntimeService instances;

	private final IdentityService identities;

	private final CaseLock lock;

	CaseMessages(RuntimeService instances, IdentityService identities, CaseLock lock) {
		this.instances = instances;
		this.identities = identities;
		this.lock = lock;
	}

	/**
	 * Takes a case, so that what is read of it from now on stays true until the
	 * transaction ends.
	 * @return whether the case is running
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean take(String process, String number) {
		return EngineLookup.asApplication(this.identities, () -> {
			ProcessInstance instance = find(process, number);
			if (instance != null) {
				this.lock.takeInstance(instance.getId());
			}
			return instance != null;
		});
	}

	/**
	 * Sends a message to a case; does nothing where the case does not wait for it.
	 * @param process the process definition's key
	 * @param number the case's number
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(String process, String number, String message) {
		EngineLookup.asApplication(this.identities, () -> {
			if (take(process, number)) {
				ProcessInstance instance = find(process, number);
				if (instance != null) {
					this.instances.createMessageCorrelation(message).processInstanceId(instance.getId()).correlateAll();
				}
			}
			return null;
		});
	}

	private ProcessInstance find(String process, String number) {
		return this.instances.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKey(number)
			.singleResult();
	}

}
