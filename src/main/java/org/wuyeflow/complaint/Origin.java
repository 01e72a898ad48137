package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * Who sent a complaint. What does not come straight to the office is an outside complaint
 * with its own track. Clauses CC-5.2, CC-7, CS-3.2.
 */
public enum Origin implements Labelled {

	OFFICE("直接向管理处"), COMPANY("公司转来"), GROUP("集团（上级公司）转来"), MEDIA("媒体转来"), GOVERNMENT("政府部门转来");

	private final String label;

	Origin(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Whether it came by way of somebody outside the office. */
	public boolean outside() {
		return this != OFFICE;
	}

}
