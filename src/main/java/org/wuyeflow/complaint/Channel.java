package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * How a complaint came in. Clauses CC-5.2, CC-7, CS-3.2, CS-3.3.
 */
public enum Channel implements Labelled {

	VISIT("来访"), PHONE("电话"), HOTLINE("投诉专线"), LETTER("信函"), EMAIL("电子邮件"), FAX("传真");

	private final String label;

	Channel(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
