package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * Why an item goes back to the post office. Clauses CP-5.3.3.E, PP-5.3.5, PP-5.3.6.
 */
public enum ReturnReason implements Labelled {

	NO_SUCH_PERSON("查无此人"), MOVED("收件人已搬离"), ADDRESS_UNCLEAR("姓名、地址不详"), OWNER_REFUSED("收件人拒收"), UNCLAIMED("逾期无人领取");

	private final String label;

	ReturnReason(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
