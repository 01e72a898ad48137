package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Where a loan stands, and which moves are open to it.
 */
public enum LoanStatus implements Labelled {

	REQUESTED("已申请"), REFUSED("未获同意"), NOT_ISSUED("没有借出"), OUT("借出"), PARTLY_BACK("部分归还"), RETURNED("已归还"),
	INCIDENT("有钥匙没有归还，已立案");

	private final String label;

	LoanStatus(String label) {
		this.label = label;
	}

	/** Whether keys are out. */
	public boolean out() {
		return this == OUT || this == PARTLY_BACK;
	}

	@Override
	public String label() {
		return this.label;
	}

}
