package org.wuyeflow.deadline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;

/**
 * When an office works on a working day: one or more parts of the day with the breaks
 * between them, in whole minutes, in order.
 *
 * @param parts the parts of the day, the earliest first
 */
public record OfficeHours(List<Part> parts) {

	/** Where an office has named no hours of its own. */
	public static final OfficeHours USUAL = parse("08:30-12:00,13:30-17:30");

	private static final int LONGEST = 100;

	public OfficeHours {
		parts = List.copyOf(parts);
	}

	/**
	 * Reads {@code 08:30-12:00, 13:30-17:30}; also with Chinese punctuation.
	 * @throws Refusal (400) where it cannot be read or the parts are not in order
	 */
	public static OfficeHours parse(String text) {
		String plain = text.strip().replaceAll("[–—~～至]", "-").replaceAll("[，、;；]", ",").replace('：', ':');
		List<Part> parts = new ArrayList<>();
		LocalTime last = null;
		for (String piece : plain.split(",", -1)) {
			Part part = Part.parse(piece.strip(), text);
			if (last != null && !part.opens().isAfter(last)) {
				throw unreadable(text);
			}
			parts.add(part);
			last = part.closes();
		}
		OfficeHours hours = new OfficeHours(parts);
		if (hours.stored().length() > LONGEST) {
			throw unreadable(text);
		}
		return hours;
	}

	private static Refusal unreadable(String text) {
		return new Refusal("办公时间「" + text.strip() + "」有误，请按先后顺序填写，例如 08:30-12:00，13:30-17:30。");
	}

	/** How long a working day is. */
	public Duration daily() {
		return this.parts.stream().map(Part::length).reduce(Duration.ZERO, Duration::plus);
	}

	/** As people read it: {@code 08:30–12:00、13:30–17:30}. */
	public String shown() {
		return this.parts.stream().map((part) -> part.opens() + "–" + part.closes()).collect(Collectors.joining("、"));
	}

	String stored() {
		return this.parts.stream().map((part) -> part.opens() + "-" + part.closes()).collect(Collectors.joining(","));
	}

	/**
	 * A part of the day without a break.
	 *
	 * @param opens its first minute
	 * @param closes its end, later than its beginning on the same day
	 */
	public record Part(LocalTime opens, LocalTime closes) {

		private static final Pattern FORM = Pattern
			.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*-\\s*([01]?\\d|2[0-3]):([0-5]\\d)");

		private static Part parse(String text, String whole) {
			Matcher form = FORM.matcher(text);
			if (!form.matches()) {
				throw unreadable(whole);
			}
			Part part = new Part(time(form, 1), time(form, 3));
			if (!part.closes.isAfter(part.opens)) {
				throw unreadable(whole);
			}
			return part;
		}

		private static LocalTime time(Matcher form, int hour) {
			return LocalTime.of(Integer.parseInt(form.group(hour)), Integer.parseInt(form.group(hour + 1)));
		}

		private Duration length() {
			return Duration.between(this.opens, this.closes);
		}

	}

}
