package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Where an entrustment stands, and which moves are open to it.
 */
public enum EntrustmentStatus implements Labelled {

	OUTSIDE_SCHEME("不在管理方案内，已解释"), APPLIED("待审批"), REFUSED("未批准"), APPROVED("已批准，待业主签字"), SIGNED("业主已签字，待入柜"),
	KEPT("保管中"), ENDED("已终止");

	private final String label;

	EntrustmentStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
