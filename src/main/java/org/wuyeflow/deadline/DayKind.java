package org.wuyeflow.deadline;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a day differs from the plain week.
 */
public enum DayKind {

	/** No work, whatever the weekday. */
	DAY_OFF("放假"),

	/** Work on a Saturday or Sunday, to make up for days off (调休). */
	MAKE_UP_WORKDAY("调休上班");

	private final String label;

	DayKind(String label) {
		this.label = label;
	}

	static Optional<DayKind> find(String label) {
		return Arrays.stream(values()).filter((kind) -> kind.label.equals(label)).findFirst();
	}

	/** The Chinese word, as in the CSV file. */
	public String label() {
		return this.label;
	}

}
