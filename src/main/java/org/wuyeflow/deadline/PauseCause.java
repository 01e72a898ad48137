package org.wuyeflow.deadline;

import org.wuyeflow.record.Labelled;

/**
 * Why a deadline may be paused: somebody outside must act first. There is no other cause.
 */
public enum PauseCause implements Labelled {

	CUSTOMER("等待顾客"), DEVELOPER("等待发展商"), AUTHORITY("等待政府部门");

	private final String label;

	PauseCause(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
