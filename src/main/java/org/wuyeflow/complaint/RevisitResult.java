package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * How the time for a revisit ended. Clauses CM-1.3, CM-2.3.
 */
public enum RevisitResult implements Labelled {

	CONFIRMED("确认已解决"), REOPENED("要求重新处理"), LAPSED("回访期满");

	private final String label;

	RevisitResult(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
