package org.wuyeflow.record;

import java.util.Set;

import org.wuyeflow.office.Staff;

/**
 * Who sees personal data unmasked. Two questions: whoever does a task needs the customer
 * it is about; whoever browses a register sees many customers at once, and for that only
 * the roles that answer to customers or for the handling have a need. Everybody else,
 * also those who read for the whole company, reads registers with names and telephones
 * masked.
 */
public final class PersonalDataPolicy {

	private static final Set<String> ANSWER_TO_CUSTOMERS = Set.of("front-desk", "steward", "information-clerk",
			"cs-assistant", "cs-supervisor", "cs-lead", "department-manager", "assistant-manager", "office-manager");

	private static final Set<String> ONLY_READ = Set.of("auditor", "quality-management");

	private PersonalDataPolicy() {
	}

	/** Whether this reader sees personal data in the registers of this office. */
	public static boolean seesInRegister(Staff reader, String office) {
		return reader.worksFor(office) && reader.roles().stream().anyMatch(ANSWER_TO_CUSTOMERS::contains);
	}

	/**
	 * Whether this reader sees personal data of the case whose task he opens: everybody
	 * of the office who may have a task, and the company's roles that handle or decide
	 * complaints.
	 */
	public static boolean seesAtWork(Staff reader, String office) {
		return reader.worksFor(office) && reader.roles().stream().anyMatch((role) -> !ONLY_READ.contains(role));
	}

}
