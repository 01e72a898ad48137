package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * What was done about a key that is lost, damaged or copied.
 */
public enum Remedy implements Labelled {

	LOCK_CHANGED("已换锁"), KEY_REPLACED("已补配钥匙"), FOUND("钥匙已找回，不用换锁"), DECLINED("业主书面表示不换锁");

	private final String label;

	Remedy(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
