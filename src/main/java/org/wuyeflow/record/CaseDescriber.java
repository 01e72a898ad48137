package org.wuyeflow.record;

import java.util.Optional;
import java.util.Set;

import org.wuyeflow.office.Staff;

/**
 * Tells what a case is about. Each procedure has one for its processes.
 */
public interface CaseDescriber {

	/** The process keys whose tasks this describer knows. */
	Set<String> processes();

	/**
	 * The case as this reader may see it.
	 * @param number the case's number
	 * @param reader who reads; decides what is masked
	 * @return the summary, or empty where there is no such case
	 */
	Optional<CaseSummary> describe(String number, Staff reader);

}
