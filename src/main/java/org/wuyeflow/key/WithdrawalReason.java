package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Why a custody ends.
 */
public enum WithdrawalReason implements Labelled {

	RECLAIMED("业主取回"), MOVED_IN("业主已办完入伙手续"), EXPIRED("委托期满");

	private final String label;

	WithdrawalReason(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
