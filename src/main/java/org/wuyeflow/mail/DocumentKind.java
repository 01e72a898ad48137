package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * The document by which somebody proves who he is.
 */
public enum DocumentKind implements Labelled {

	ID_CARD("居民身份证"), PASSPORT("护照"), PERMIT("港澳台通行证或居住证"), LICENCE("营业执照或单位证明");

	private final String label;

	DocumentKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
