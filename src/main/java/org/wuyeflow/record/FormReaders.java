package org.wuyeflow.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

/**
 * Which posts read a register. The clauses decide: the posts of the office that take part
 * in the procedure, and in every register the managers of the office, the posts of the
 * company and the auditor. Personal data is for the posts that deal with the customer
 * himself; everybody else reads it masked.
 *
 * @param unmasked the posts that may see personal data, once they say why
 * @param masked the posts that read it with personal data masked
 */
public record FormReaders(Set<Role> unmasked, Set<Role> masked) {

	/** Whoever works for the customer at the office. */
	static final FormReaders SERVICE = of(Role.FRONT_DESK, Role.STEWARD, Role.INFORMATION_CLERK, Role.CS_ASSISTANT);

	/** The service desk, and those who do the work. Clauses CC-3.4, CS-1.4, CM-2.2. */
	static final FormReaders SERVICE_AND_TRADES = SERVICE.and(Role.ENGINEERING, Role.CLEANING, Role.GREENING,
			Role.SECURITY);

	/**
	 * Every post of the office: everybody may be the one who records or handles. Clauses
	 * CC-3.5, CS-1.5.
	 */
	static final FormReaders ALL_POSTS = SERVICE.and(officeRoles((role) -> !SERVICE.unmasked.contains(role)));

	/** Clauses CP-4.3, CP-5.3.2.A, CP-5.3.2.C. */
	static final FormReaders KEYS = of(Role.FRONT_DESK, Role.KEY_KEEPER);

	/** Clauses CP-5.3.3.A, CP-5.3.3.D, PP-5.3.2, PP-5.3.3. */
	static final FormReaders MAIL = of(Role.FRONT_DESK, Role.MAIL_KEEPER, Role.SECURITY);

	/** Clauses CP-5.2.1, CP-5.2.2, CP-5.3.1. */
	static final FormReaders CARE = of(Role.FRONT_DESK, Role.STEWARD);

	/** Clauses PP-5.5.1a, PP-5.5.1b. */
	static final FormReaders DATA = of(Role.INFORMATION_CLERK);

	/** Clause PP-5.1. */
	static final FormReaders TAKEOVER = of(Role.FRONT_DESK, Role.STEWARD).and(Role.ENGINEERING);

	public FormReaders {
		unmasked = Set.copyOf(unmasked);
		masked = Set.copyOf(masked);
	}

	/** Whether somebody reads the register of this office. */
	public boolean reads(Staff staff, String office) {
		return staff.worksFor(office) && (Role.anyOf(this.unmasked, staff) || Role.anyOf(this.masked, staff));
	}

	/**
	 * Whether somebody may have the personal data in the register of this office shown.
	 */
	public boolean unmasks(Staff staff, String office) {
		return staff.worksFor(office) && Role.anyOf(this.unmasked, staff);
	}

	/** Whether somebody may ask for a closed record to be corrected. */
	public boolean proposes(Staff staff, String office) {
		return unmasks(staff, office);
	}

	/** Whether somebody may confirm what somebody else asked to be corrected. */
	public boolean confirms(Staff staff, String office) {
		return staff.worksFor(office) && Role.anyOf(Role.DISPATCHERS, staff);
	}

	/** The titles of the posts that may see personal data, in the company's order. */
	public List<String> unmaskedTitles() {
		return titles(this.unmasked);
	}

	/** The titles of the posts that read it masked, in the company's order. */
	public List<String> maskedTitles() {
		return titles(this.masked);
	}

	private static FormReaders of(Role... takingPart) {
		Set<Role> unmasked = EnumSet.copyOf(Role.DISPATCHERS);
		unmasked.addAll(List.of(takingPart));
		return new FormReaders(unmasked,
				Arrays.stream(Role.values()).filter(Role::companyWide).collect(Collectors.toSet()));
	}

	private FormReaders and(Role... more) {
		return new FormReaders(this.unmasked,
				Stream.concat(this.masked.stream(), Arrays.stream(more)).collect(Collectors.toSet()));
	}

	private static Role[] officeRoles(Predicate<Role> which) {
		return Arrays.stream(Role.values()).filter((role) -> !role.companyWide()).filter(which).toArray(Role[]::new);
	}

	private static List<String> titles(Collection<Role> roles) {
		return roles.stream().sorted().map(Role::title).toList();
	}

}
