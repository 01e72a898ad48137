package org.wuyeflow.office;

import java.util.Set;

/**
 * A member of staff as the rules see him: who he is, in which roles, for which offices.
 *
 * @param id the login id
 * @param name the Chinese name, shown in records
 * @param roles the role ids of the contract ({@code front-desk}, …)
 * @param offices the office ids he works for; company roles have all
 */
public record Staff(String id, String name, Set<String> roles, Set<String> offices) {

	/** Acts where no person does: timers, start-up, the sample's loading. */
	public static final Staff SYSTEM = new Staff("system", "系统", Set.of(), Set.of());

	public Staff {
		roles = Set.copyOf(roles);
		offices = Set.copyOf(offices);
	}

	public boolean has(String role) {
		return this.roles.contains(role);
	}

	public boolean worksFor(String office) {
		return this.offices.contains(office);
	}

}
