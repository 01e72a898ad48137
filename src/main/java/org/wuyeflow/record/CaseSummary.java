package org.wuyeflow.record;

import java.util.List;

/**
 * What somebody who opens a task must know of the case before he decides, read from the
 * record at that moment and masked for this reader.
 *
 * @param number the case's public number, its business key
 * @param facts short facts in reading order: house, complainant, class, due
 * @param texts long texts as the customer or a colleague wrote them
 * @param progress what was done so far, oldest first
 */
public record CaseSummary(String number, List<Fact> facts, List<Fact> texts, List<Step> progress) {

	/** A labelled value. */
	public record Fact(String label, String value) {
	}

	/**
	 * Something that was done.
	 *
	 * @param at office time as people read it
	 * @param by who, by name
	 * @param what what was done
	 */
	public record Step(String at, String by, String what) {
	}

}
