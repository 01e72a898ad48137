package org.wuyeflow.complaint.summary;

import org.wuyeflow.record.Labelled;

/**
 * How a case came into a period.
 */
public enum Coming implements Labelled {

	CARRIED("上期未办结"), RECEIVED("本期收到"), REOPENED("本期重新处理");

	private final String label;

	Coming(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
