package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What somebody proves by who he is. The number itself is never kept, its last four
 * digits only. Clause CP-5.3.2.A.
 */
public enum IdentityKind implements Labelled {

	ID_CARD("身份证"), PASSPORT("护照"), PERMIT("港澳台居民证件"), MILITARY("军官证"), LICENCE("营业执照");

	private final String label;

	IdentityKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
