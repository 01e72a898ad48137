package org.wuyeflow.complaint.summary;

import java.util.Locale;

import org.wuyeflow.record.Labelled;

/**
 * How long a period is.
 */
public enum PeriodKind implements Labelled {

	/** Monday to Sunday. Clause CC-5.3. */
	WEEK("周汇总"),

	/** The first to the last day of a calendar month. Clauses CM-2.3, CS-3.4. */
	MONTH("月汇总");

	private final String label;

	PeriodKind(String label) {
		this.label = label;
	}

	/** The id that the decision table uses: {@code week}, {@code month}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String label() {
		return this.label;
	}

}
