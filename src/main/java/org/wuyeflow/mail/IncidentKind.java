package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * What went wrong with an item. Clause PP-5.3.1.
 */
public enum IncidentKind implements Labelled {

	MISSING("丢失"), OPENED("被拆开"), SPOILT("保管中损坏");

	private final String label;

	IncidentKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
