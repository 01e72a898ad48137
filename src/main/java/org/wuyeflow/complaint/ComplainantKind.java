package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * Who complains.
 */
public enum ComplainantKind implements Labelled {

	OWNER("业主"), TENANT("租户"), OUTSIDER("外部人员"), ANONYMOUS("匿名");

	private final String label;

	ComplainantKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
