package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Who pays for a changed lock.
 */
public enum CostBearer implements Labelled {

	COMPANY("本公司"), BORROWER("借用人"), OWNER("业主"), NOBODY("没有费用");

	private final String label;

	CostBearer(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
