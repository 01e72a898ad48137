package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * How somebody was reached.
 */
public enum ContactWay implements Labelled {

	PHONE("电话"), VISIT("当面"), MESSAGE("短信或微信"), PAGE("一次性答复页");

	private final String label;

	ContactWay(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
