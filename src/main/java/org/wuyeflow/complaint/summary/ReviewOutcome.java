package org.wuyeflow.complaint.summary;

import org.wuyeflow.record.Labelled;

/**
 * What the reader of a summary decides.
 */
public enum ReviewOutcome implements Labelled {

	AGREED("同意"), RETURNED("退回补充");

	private final String label;

	ReviewOutcome(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
