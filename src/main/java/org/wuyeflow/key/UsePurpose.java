package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What a key is borrowed for.
 */
public enum UsePurpose implements Labelled {

	REPAIR("返修"), INSPECTION("查验"), DECORATION("装修"), VIEWING("看房"), CLEANING("保洁"), OTHER("其他");

	private final String label;

	UsePurpose(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
