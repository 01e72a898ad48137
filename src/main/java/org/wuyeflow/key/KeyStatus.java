package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * Where a key is.
 */
public enum KeyStatus implements Labelled {

	IN_CABINET("在柜"), OUT("借出"), MISSING("待查"), HANDED_BACK("已交还业主"), WRITTEN_OFF("已作废");

	private final String label;

	KeyStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
