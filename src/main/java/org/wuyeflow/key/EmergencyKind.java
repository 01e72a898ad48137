package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * An emergency in a house that does not wait for its owner.
 */
public enum EmergencyKind implements Labelled {

	WATER("漏水"), FIRE("火情"), GAS("燃气泄漏");

	private final String label;

	EmergencyKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
