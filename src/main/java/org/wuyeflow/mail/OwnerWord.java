package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * How the owner has said that somebody else may fetch his mail.
 */
public enum OwnerWord implements Labelled {

	LETTER("书面委托"), PHONE("电话确认"), MESSAGE("短信或微信确认");

	private final String label;

	OwnerWord(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
