package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * What the complainant says to the explanation of why his complaint is invalid. Clauses
 * CC-5.4, CS-3.5.
 */
public enum ExplanationAnswer implements Labelled {

	ACCEPTED("接受解释"), OBJECTED("有异议"), UNREACHABLE("无法联系");

	private final String label;

	ExplanationAnswer(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
