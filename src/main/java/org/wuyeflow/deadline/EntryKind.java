package org.wuyeflow.deadline;

import org.wuyeflow.record.Labelled;

/**
 * What an entry of the deadline ledger tells.
 */
public enum EntryKind implements Labelled {

	SET("设定"), NAMED("由人设定"), RECOMPUTED("重新计算"), WARNED("提醒"), ESCALATED("督办"), PAUSED("暂停"), RESUMED("恢复"),
	EXTENDED("延期"), TOLD("告知"), KEPT("按时"), MISSED("超时"), WITHDRAWN("继续计时"), DROPPED("停止计时");

	private final String label;

	EntryKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
