package org.wuyeflow.record;

import java.util.Set;

import org.wuyeflow.office.Staff;

/**
 * Who sees personal data unmasked at work. Whoever does a task needs the customer it is
 * about; whoever browses a register sees many customers at once, and what he sees of them
 * is a matter of the form ({@link FormReaders}).
 */
public final class PersonalDataPolicy {

	private static final Set<String> ONLY_READ = Set.of("auditor", "quality-management");

	private PersonalDataPolicy() {
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
