package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Who borrows a key.
 */
public enum BorrowerKind implements Labelled {

	STAFF("本公司员工"), DECORATOR("装修人员"), ENGINEER("维修（施工）单位人员"), AGENT("中介人员");

	private final String label;

	BorrowerKind(String label) {
		this.label = label;
	}

	/** Whether he has to prove who he is. */
	boolean outsider() {
		return this != STAFF;
	}

	@Override
	public String label() {
		return this.label;
	}

}
