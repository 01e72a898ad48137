package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What is wrong with a key.
 */
public enum IncidentKind implements Labelled {

	LOST("遗失"), DAMAGED("损坏"), COPIED("疑似被复制"), MISMATCH("与清单不符"), SURPLUS("柜里有、清单上没有");

	private final String label;

	IncidentKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
