package org.wuyeflow.office;

/**
 * Which of the two complaint procedures in force an office follows.
 */
public enum ComplaintEdition {

	/** 顾客投诉(意见)处理程序, clauses {@code CC-…}. */
	OPINION("opinion"),

	/** 顾客投诉(建议)处理程序, clauses {@code CS-…}. */
	SUGGESTION("suggestion");

	private final String id;

	ComplaintEdition(String id) {
		this.id = id;
	}

	/** The id that decision tables use. */
	public String id() {
		return this.id;
	}

}
