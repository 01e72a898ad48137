package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * How far an incident is.
 */
public enum IncidentStatus implements Labelled {

	OPEN("待告知业主"), TOLD("已告知业主，待处理门锁"), REMEDIED("已处理，待结论"), CONCLUDED("已结案");

	private final String label;

	IncidentStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
