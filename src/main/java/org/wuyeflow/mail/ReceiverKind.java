package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * Who fetches mail. Clause CP-5.3.3.D.
 */
public enum ReceiverKind implements Labelled {

	OWNER("收件人本人"), FAMILY("登记在册的家庭成员"), PROXY("代领人");

	private final String label;

	ReceiverKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
