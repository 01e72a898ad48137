package org.wuyeflow.key;

import java.util.stream.Stream;

/**
 * The kinds of cases about keys, by what their public numbers begin with.
 */
enum KeyCase {

	ENTRUSTMENT("YT"),

	LOAN("JY"),

	CONSENT("TY"),

	INCIDENT("YC"),

	WITHDRAWAL("QH"),

	STOCKTAKE("PD");

	private final String prefix;

	KeyCase(String prefix) {
		this.prefix = prefix;
	}

	String prefix() {
		return this.prefix;
	}

	/** Whether a case of this number is about keys. */
	static boolean isNumber(String caseNumber) {
		return Stream.of(values()).anyMatch((kind) -> caseNumber.startsWith(kind.prefix + "-"));
	}

}
