package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * Where an item of mail is.
 */
public enum MailStatus implements Labelled {

	DAMAGED("破损待处理"), TO_CHECK("待核对收件人"), IN_CUSTODY("保管中"), TO_RETURN("待退回"), HANDED_OVER("已领取"), RETURNED("已退回"),
	REFUSED("已拒收"), INCIDENT("事故处理中"), LOST("事故已结案");

	private final String label;

	MailStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Whether an item of this status lies on the keeper's shelf. */
	public boolean onShelf() {
		return this == DAMAGED || this == TO_CHECK || this == IN_CUSTODY || this == TO_RETURN;
	}

}
