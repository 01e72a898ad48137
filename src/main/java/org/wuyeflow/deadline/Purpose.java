package org.wuyeflow.deadline;

import org.wuyeflow.record.Labelled;

/**
 * What is promised to be done by a deadline.
 */
public enum Purpose implements Labelled {

	/** Whoever complains or asks shall hear something. */
	FIRST_ANSWER("首次答复"),

	/** There shall be a result. */
	RESULT("办结"),

	/** What was lent shall be back. */
	RETURN("归还"),

	/** Who is concerned shall be told. */
	NOTICE("通知"),

	/** What is kept for somebody shall be fetched. */
	PICK_UP("领取"),

	/** What was announced on the public board shall be claimed. */
	CLAIM("公告认领"),

	/** What cannot be given to anybody shall be back at the post office. */
	POST_RETURN("退回邮局");

	private final String label;

	Purpose(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
