package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What happened to a key.
 */
public enum EntryKind implements Labelled {

	STORED("入柜"), LENT("借出"), REMINDED("提醒"), RULE_CHANGED("规则变更"), RECALLED("收回"), OVERDUE("超期"), CHASED("催还"),
	RETURNED("归还"), INCIDENT("异常"), COUNTED("盘点"), HANDED_BACK("交还业主"), PROLONGED("延期");

	private final String label;

	EntryKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
