package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * The opinion on a compensation claim. Clause CC-5.5.2.
 */
public enum ClaimDecision implements Labelled {

	AGREED("同意"), CHANGED("改变金额"), REJECTED("不予赔偿");

	private final String label;

	ClaimDecision(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
