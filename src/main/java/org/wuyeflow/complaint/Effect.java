package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * How large the effect of a complaint is. Clauses CC-5.1.2.B, CC-5.1.2.C, CS-3.1.2.B,
 * CS-3.1.2.C.
 */
public enum Effect implements Labelled {

	NORMAL("一般"), LARGE("较大");

	private final String label;

	Effect(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
