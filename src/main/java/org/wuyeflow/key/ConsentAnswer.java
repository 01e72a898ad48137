package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What the owner answers when he is asked for the use of his key. Clause CP-5.3.2.D2.
 */
public enum ConsentAnswer implements Labelled {

	AGREED("同意"), AGREED_WITH_CONDITIONS("有条件同意"), REFUSED("不同意"), SILENT("到时没有答复，按不同意处理");

	private final String label;

	ConsentAnswer(String label) {
		this.label = label;
	}

	/** Whether the key may be used. */
	public boolean allows() {
		return this == AGREED || this == AGREED_WITH_CONDITIONS;
	}

	@Override
	public String label() {
		return this.label;
	}

}
