package org.wuyeflow.complaint;

import java.util.EnumSet;
import java.util.Set;

import org.wuyeflow.record.Labelled;

/**
 * Where a complaint stands, and which moves are open to it.
 */
public enum ComplaintStatus implements Labelled {

	/** Written down; a superior must act. */
	REGISTERED("已登记，待判定"),

	/** Settled on the spot; the superior must read it. */
	SETTLED("已当场解决，待阅知"),

	/** Judged invalid; the complainant must be told why. */
	INVALID("判为无效，待解释"),

	/** Handed back to the superior because the class is wrong. */
	RECLASSIFYING("待重新判定"),

	/** Taken up again after it was closed. */
	REOPENED("重新处理，待判定"),

	/** With the department. */
	HANDLING("处理中"),

	/** With those who decide on difficult complaints. */
	REFERRED("已上报，待提出意见"),

	/** There is a result; the complainant must be told. */
	RESULT("已有结果，待告知"),

	/** The result was accepted and must be verified. */
	VERIFYING("待验证"),

	/** The result stands; the papers must be finished. */
	ACCEPTED("结果已被接受，待归档"),

	/** Closed. */
	CLOSED("已办结");

	private final String label;

	ComplaintStatus(String label) {
		this.label = label;
	}

	/** Whether a complaint may move from here to there. */
	boolean leadsTo(ComplaintStatus next) {
		return next().contains(next);
	}

	private Set<ComplaintStatus> next() {
		return switch (this) {
			case REGISTERED -> EnumSet.of(HANDLING, INVALID);
			case SETTLED -> EnumSet.of(CLOSED, REGISTERED);
			case INVALID -> EnumSet.of(CLOSED, RECLASSIFYING);
			case RECLASSIFYING, REOPENED -> EnumSet.of(HANDLING, INVALID);
			case HANDLING -> EnumSet.of(REFERRED, RESULT, RECLASSIFYING);
			case REFERRED -> EnumSet.of(HANDLING);
			case RESULT -> EnumSet.of(HANDLING, REFERRED, VERIFYING, ACCEPTED);
			case VERIFYING -> EnumSet.of(HANDLING, ACCEPTED);
			case ACCEPTED -> EnumSet.of(CLOSED);
			case CLOSED -> EnumSet.of(REOPENED);
		};
	}

	@Override
	public String label() {
		return this.label;
	}

}
