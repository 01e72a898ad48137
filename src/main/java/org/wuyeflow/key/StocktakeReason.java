package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Why the cabinet is counted.
 */
public enum StocktakeReason implements Labelled {

	MONTHLY("每月盘点"), HANDOVER("更换钥匙管理员");

	private final String label;

	StocktakeReason(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
