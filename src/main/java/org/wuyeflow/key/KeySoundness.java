package org.wuyeflow.key;

import org.wuyeflow.record.Labelled;

/**
 * How a key was found when it was tried in its lock. Clause CP-5.3.2.A.
 */
public enum KeySoundness implements Labelled {

	WORKS("逐把试开，正常"), FAULTY("有试不开或损坏的"), UNTRIED("没有试开");

	private final String label;

	KeySoundness(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
