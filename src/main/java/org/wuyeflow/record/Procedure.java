package org.wuyeflow.record;

/**
 * The written procedures of the company that prescribe the quality records.
 */
public enum Procedure {

	EXTERNAL_PROPERTY("外部顾客财产管理程序"), COMPLAINT_OPINION("顾客投诉(意见)处理程序"), COMMUNICATION("与顾客沟通的程序"),
	COMPLAINT_SUGGESTION("顾客投诉(建议)处理程序"), PROPERTY("顾客财产管理程序");

	private final String title;

	Procedure(String title) {
		this.title = title;
	}

	/** The Chinese title. */
	public String title() {
		return this.title;
	}

}
