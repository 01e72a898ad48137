package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * What kind of mail an item is. Clauses PP-5.3.2, PP-5.3.3.
 */
public enum MailKind implements Labelled {

	ORDINARY("普通邮件"),

	REGISTERED("挂号邮件"),

	EXPRESS("特快专递"),

	PARCEL("包裹"),

	/** From a court or an authority: its owner is told first. */
	OFFICIAL("公函（法院、政府）");

	private final String label;

	MailKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** What it is called where others read it: nobody learns that a court has written. */
	String publicLabel() {
		return (this == OFFICIAL) ? "邮件" : this.label;
	}

}
