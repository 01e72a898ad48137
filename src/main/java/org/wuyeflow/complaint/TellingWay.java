package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * How the complainant was told.
 */
public enum TellingWay implements Labelled {

	PHONE("电话"), VISIT("当面"), MESSAGE("短信或微信"), LETTER("书面"), NOTICE("公告");

	private final String label;

	TellingWay(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
