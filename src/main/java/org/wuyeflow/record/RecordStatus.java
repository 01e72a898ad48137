package org.wuyeflow.record;

/**
 * Whether a record is still being written.
 */
public enum RecordStatus implements Labelled {

	OPEN("办理中"), CLOSED("已办结"), REPLACED("已改类");

	private final String label;

	RecordStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
