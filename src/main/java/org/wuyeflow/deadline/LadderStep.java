package org.wuyeflow.deadline;

import java.time.Instant;

/**
 * One step of a ladder: what happens when a part of the time is used up.
 *
 * @param percent of the time, from 1; over 100 after its end; names the step
 * @param after how long after the start it comes, or null where the percentage says so
 * @param aside how long before the end it comes, or after it where the percentage is over
 * 100; or null where the percentage says so
 * @param role the id of the role that must act, or null for whoever has the case
 * @param urgent whether it is told at any hour
 * @param at when, or null before it was counted
 * @param takenFor the moment for which it was taken last, or null where it never was
 * @param again whether it is to be taken once more, because its moment has moved on since
 */
public record LadderStep(int percent, Limit after, Limit aside, String role, boolean urgent, Instant at,
		Instant takenFor, boolean again) {

	/** Names the step at the end of the time. */
	public static final int AT_END = 100;

	/** Names the step of {@link #beforeEnd}. */
	public static final int BEFORE_END = AT_END - 1;

	/** Names the step of {@link #afterEnd}. */
	public static final int AFTER_END = AT_END + 1;

	private static final String NOTHING = "-";

	/** A step as a table names it. */
	public static LadderStep of(int percent, String role, boolean urgent) {
		return new LadderStep(percent, null, null, role, urgent, null, null, false);
	}

	/**
	 * A step that a table puts at a time of its own.
	 * @param after how long after the start
	 * @param whole the limit of the deadline that it belongs to
	 */
	public static LadderStep at(Limit after, Limit whole, String role, boolean urgent) {
		return new LadderStep(after.percentOf(whole), after, null, role, urgent, null, null, false);
	}

	/** A step so long before the end, wherever that is. */
	public static LadderStep beforeEnd(Limit before, String role, boolean urgent) {
		return new LadderStep(BEFORE_END, null, before, role, urgent, null, null, false);
	}

	/** A step so long after the end, wherever that is. */
	public static LadderStep afterEnd(Limit after, String role, boolean urgent) {
		return new LadderStep(AFTER_END, null, after, role, urgent, null, null, false);
	}

	/** The same step of a table, of which nothing was taken. */
	LadderStep fresh() {
		return new LadderStep(this.percent, this.after, this.aside, this.role, this.urgent, null, null, false);
	}

	static LadderStep parse(String text) {
		String[] parts = text.split(" ");
		return new LadderStep(Integer.parseInt(parts[0]), limit(parts, 6), limit(parts, 7),
				NOTHING.equals(parts[1]) ? null : parts[1], "urgent".equals(parts[2]), instant(parts[3]),
				instant(parts[4]), "again".equals(parts[5]));
	}

	String stored() {
		return String.join(" ", String.valueOf(this.percent), text(this.role), this.urgent ? "urgent" : NOTHING,
				text(this.at), text(this.takenFor), this.again ? "again" : NOTHING, text(this.after), text(this.aside));
	}

	private static Limit limit(String[] parts, int index) {
		return (parts.length > index && !NOTHING.equals(parts[index])) ? Limit.parse(parts[index]) : null;
	}

	private static String text(Object part) {
		return (part != null) ? part.toString() : NOTHING;
	}

	private static Instant instant(String part) {
		return NOTHING.equals(part) ? null : Instant.parse(part);
	}

	/** Whether it is still to come, or is to be taken now. */
	boolean open() {
		return this.at != null && (this.takenFor == null || this.again);
	}

	/**
	 * The same at another moment. A step that was taken comes again only where its new
	 * moment is later than the one it was taken for, and still ahead.
	 */
	LadderStep movedTo(Instant moment, Instant now) {
		boolean later = this.takenFor != null && moment.isAfter(this.takenFor) && (this.again || moment.isAfter(now));
		return new LadderStep(this.percent, this.after, this.aside, this.role, this.urgent, moment, this.takenFor,
				later);
	}

	/** How far the time has run when it comes, in Chinese. */
	String reached() {
		if (this.aside != null) {
			return (this.percent < AT_END) ? "离时限还有" + this.aside : "超过时限" + this.aside;
		}
		if (this.after != null) {
			return "满" + this.after;
		}
		return (this.percent == AT_END) ? "时限已到" : "用去" + this.percent + "%的时间";
	}

	/** The moment of a step that hangs on the end of the time. */
	Instant aside(Instant end) {
		return (this.percent < AT_END) ? end.minus(this.aside.elapsed()) : end.plus(this.aside.elapsed());
	}

	LadderStep taken() {
		return new LadderStep(this.percent, this.after, this.aside, this.role, this.urgent, this.at, this.at, false);
	}

	private LadderStep following(LadderStep before) {
		return new LadderStep(this.percent, this.after, this.aside, this.role, this.urgent, this.at, before.takenFor,
				before.again);
	}

	/** This step of a new table, which knows what was taken before. */
	LadderStep inPlaceOf(Ladder before) {
		return before.step(this.percent).map(this::following).orElse(this);
	}

}
