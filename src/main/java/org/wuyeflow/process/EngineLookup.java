package org.wuyeflow.process;

import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Looks something up in the engine as the application itself, not bound by the rights of
 * the person whose request is being answered. The caller decides what of it he may see.
 */
public final class EngineLookup {

	private EngineLookup() {
	}

	/** What the lookup finds; afterwards the person is logged in to the engine again. */
	public static <T> T asApplication(IdentityService identityService, Supplier<T> lookup) {
		Authentication person = identityService.getCurrentAuthentication();
		identityService.clearAuthentication();
		try {
			return lookup.get();
		}
		finally {
			if (person != null) {
				identityService.setAuthentication(person);
			}
		}
	}

}
