package org.wuyeflow.deadline;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.wuyeflow.Refusal;

/**
 * How long something may take, as a manager writes it into a table: {@code 30个工作分钟},
 * {@code 4个工作小时}, {@code 2个工作日} count the office's hours only; {@code 12小时}, {@code 7天},
 * {@code 1个月} run day and night.
 *
 * @param amount how many, 1 to 999
 * @param unit of what
 */
public record Limit(int amount, Unit unit) {

	private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2})(\\D+)");

	/**
	 * Reads a limit; spaces around it are allowed, anything else that is not known is
	 * not.
	 * @throws Refusal (409) where it is no limit; the sentence says how to write one
	 */
	public static Limit parse(String text) {
		if (text != null) {
			Matcher form = FORM.matcher(text.strip());
			if (form.matches()) {
				for (Unit unit : Unit.values()) {
					if (unit.spellings.contains(form.group(2))) {
						return new Limit(Integer.parseInt(form.group(1)), unit);
					}
				}
			}
		}
		throw Refusal.conflict("时限「" + text + "」看不懂，应写成「30个工作分钟」「4个工作小时」「2个工作日」「12小时」「7天」或「1个月」的样子，请联系管理员更正。");
	}

	/** Whether only the office's hours count. */
	public boolean working() {
		return this.unit.working;
	}

	/** Whether it is as long at any time: no office hours, no months. */
	public boolean fixed() {
		return !working() && this.unit != Unit.MONTHS;
	}

	/**
	 * About which part of another limit it is: of use to tell the steps of a ladder
	 * apart, not to count.
	 * @return from 1
	 */
	int percentOf(Limit whole) {
		return (int) Math.max(1, 100 * this.amount * this.unit.minutes / (whole.amount * whole.unit.minutes));
	}

	/**
	 * How long it is.
	 * @throws Refusal (409) where it is not {@link #fixed()}
	 */
	Duration elapsed() {
		if (!fixed()) {
			throw Refusal.conflict("决策表里的「" + this + "」是从时限往前或往后推算的，只能写「2小时」「7天」的样子，请联系管理员更正。");
		}
		return Duration.ofMinutes(this.amount * this.unit.minutes);
	}

	/** As people read it. */
	@Override
	public String toString() {
		return this.amount + this.unit.spellings.get(0);
	}

	/** What a limit is counted in. */
	public enum Unit {

		WORKING_MINUTES(true, 1, "个工作分钟", "工作分钟"), WORKING_HOURS(true, 60, "个工作小时", "工作小时"),

		/** The office's daily hours, however they lie over two days. */
		WORKING_DAYS(true, 8 * 60, "个工作日", "工作日"),

		HOURS(false, 60, "小时", "个小时"),

		/** The same time of day, so many days later. */
		DAYS(false, 24 * 60, "天"),

		/**
		 * The same day and time of a later month; the last day of that month where it has
		 * no such day.
		 */
		MONTHS(false, 30 * 24 * 60, "个月");

		private final boolean working;

		private final long minutes;

		private final java.util.List<String> spellings;

		Unit(boolean working, long minutes, String... spellings) {
			this.working = working;
			this.minutes = minutes;
			this.spellings = Arrays.asList(spellings);
		}

	}

}
