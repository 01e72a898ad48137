package org.wuyeflow.process;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.wuyeflow.office.Staff;

/**
 * Looks something up in the engine: as the application itself, not bound by the rights of
 * the person whose request is being answered (the caller then decides what of it he may
 * see), or under the rights of a person.
 */
public final class EngineLookup {

	private EngineLookup() {
	}

	/** What the lookup finds under the rights of this person. */
	public static <T> T asPerson(IdentityService identityService, Staff person, Supplier<T> lookup) {
		Authentication before = identityService.getCurrentAuthentication();
		identityService.setAuthentication(person.id(), List.copyOf(person.roles()), List.copyOf(person.offices()));
		try {
			return lookup.get();
		}
		finally {
			identityService.setAuthentication(before);
		}
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
