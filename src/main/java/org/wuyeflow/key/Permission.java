package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Whose permission the use of a key needs. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
 */
public enum Permission implements Labelled {

	NONE("不需要（未入住房屋，或已有业主同意）"), CONSENT("业主事先同意"), ORDER("险情，经理下令");

	private final String label;

	Permission(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
