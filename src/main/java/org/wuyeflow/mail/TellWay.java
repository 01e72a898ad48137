package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * How the owner of an item is told.
 */
public enum TellWay implements Labelled {

	PHONE("电话"), MESSAGE("短信或微信"), VISIT("上门"), SLIP("投放领取通知单");

	private final String label;

	TellWay(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
