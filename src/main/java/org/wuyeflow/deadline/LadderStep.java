package org.wuyeflow.deadline;

import java.time.Instant;

/**
 * One step of a ladder: what happens when a part of the time is used up.
 *
 * @param percent of the time, from 1; over 100 after its end; names the step
 * @param after how long after the start it comes, or null where the percentage says so
 * @param role the id of the role that must act, or null for whoever has the case
 * @param urgent whether it is told at any hour
 * @param at when, or null before it was counted
 * @param takenFor the moment for which it was taken last, or null where it never was
 * @param again whether it is to be taken once more, because its moment has moved on since
 */
public record LadderStep(int percent, Limit after, String role, boolean urgent, Instant at, Instant takenFor,
		boolean again) {

	private static final String NOTHING = "-";

	/** A step as a table names it. */
	public static LadderStep of(int percent, String role, boolean urgent) {
		return new LadderStep(percent, null, role, urgent, null, null, false);
	}

	/**
	 * A step that a table puts at a time of its own.
	 * @param after how long after the start
	 * @param whole the limit of the deadline that it belongs to
	 */
	public static LadderStep at(Limit after, Limit whole, String role, boolean urgent) {
		return new LadderStep(after.percentOf(whole), after, role, urgent, null, null, false);
	}

	/** The same step of a table, of which nothing was taken. */
	LadderStep fresh() {
		return new LadderStep(this.percent, this.after, this.role, this.urgent, null, null, false);
	}

	static LadderStep parse(String text) {
		String[] parts = text.split(" ");
		Limit after = (parts.length > 6) ? Limit.parse(parts[6]) : null;
		return new LadderStep(Integer.parseInt(parts[0]), after, NOTHING.equals(parts[1]) ? null : parts[1],
				"urgent".equals(parts[2]), instant(parts[3]), instant(parts[4]), "again".equals(parts[5]));
	}

	String stored() {
		String step = String.join(" ", String.valueOf(this.percent), text(this.role), this.urgent ? "urgent" : NOTHING,
				text(this.at), text(this.takenFor), this.again ? "again" : NOTHING);
		return (this.after != null) ? step + " " + this.after : step;
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
		return new LadderStep(this.percent, this.after, this.role, this.urgent, moment, this.takenFor, later);
	}

	/** How far the time has run when it comes, in Chinese. */
	String reached() {
		return (this.after != null) ? "满" + this.after : "用去" + this.percent + "%的时间";
	}

	LadderStep taken() {
		return new LadderStep(this.percent, this.after, this.role, this.urgent, this.at, this.at, false);
	}

	private LadderStep following(LadderStep before) {
		return new LadderStep(this.percent, this.after, this.role, this.urgent, this.at, before.takenFor, before.again);
	}

	/** This step of a new table, which knows what was taken before. */
	LadderStep inPlaceOf(Ladder before) {
		return before.step(this.percent).map(this::following).orElse(this);
	}

}
