package org.wuyeflow.deadline;

import org.wuyeflow.record.Labelled;

/**
 * Where a deadline stands.
 */
public enum DeadlineState implements Labelled {

	RUNNING("计时中"), PAUSED("暂停"), DECIDED("已有结论"), DROPPED("不再计时");

	private final String label;

	DeadlineState(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
