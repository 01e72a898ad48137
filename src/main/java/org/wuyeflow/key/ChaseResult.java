package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What came of asking an owner to take his keys back.
 */
public enum ChaseResult implements Labelled {

	PROLONGED("业主延长委托"), PROMISED("业主答应来取"), NOT_REACHED("没有联系上");

	private final String label;

	ChaseResult(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
