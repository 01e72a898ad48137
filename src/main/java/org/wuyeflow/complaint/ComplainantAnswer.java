package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * What the complainant says to the result.
 */
public enum ComplainantAnswer implements Labelled {

	SATISFIED("满意"), ACCEPTED("接受"), DISSATISFIED("不满意"), UNREACHABLE("无法联系");

	private final String label;

	ComplainantAnswer(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
