package org.wuyeflow.record;

import java.time.Instant;

/**
 * One line of a form's list, such as an entry of what was done: when, by whom, what.
 */
public interface FormLine {

	/** When it was written. */
	Instant at();

	/** The name of who wrote it. */
	String by();

	/** What it says; masked like the list that it is in. */
	String what();

	/** The name of whom it is about, masked as a name; null where it is about nobody. */
	default String person() {
		return null;
	}

}
