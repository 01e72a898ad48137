package org.wuyeflow.complaint;

/**
 * Where a step of the ladder lies: before the end of the time, at it, or beyond.
 */
public enum Rung {

	WARNING, LIMIT, BEYOND;

	private static final int WHOLE = 100;

	/** Whether a step at this percentage lies here. */
	public boolean at(int percent) {
		return Integer.signum(percent - WHOLE) == ordinal() - LIMIT.ordinal();
	}

}
