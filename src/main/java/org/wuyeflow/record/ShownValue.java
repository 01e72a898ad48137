package org.wuyeflow.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value as people read it: Chinese words, office time, masked where need be.
 *
 * @param text the text; empty where there is no value
 * @param masked whether something is hidden
 */
record ShownValue(String text, boolean masked) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	/**
	 * The value as this reader sees it.
	 * @param personal what kind of personal data it is, where it must be masked
	 */
	static ShownValue of(Object value, ZoneId zone, Optional<Personal.Kind> personal) {
		if (value instanceof Collection<?> lines) {
			return lines(lines, zone, personal);
		}
		String text = text(value, zone);
		String shown = personal.map((kind) -> Masking.mask(kind, text)).orElse(text);
		return new ShownValue(shown, !Objects.equals(shown, text));
	}

	private static ShownValue lines(Collection<?> lines, ZoneId zone, Optional<Personal.Kind> personal) {
		boolean masked = false;
		List<String> shown = new ArrayList<>();
		for (FormLine line : lines.stream().map(FormLine.class::cast).toList()) {
			ShownValue what = of(line.what(), zone, personal);
			ShownValue person = of(line.person(), zone, personal.map((kind) -> Personal.Kind.NAME));
			masked |= what.masked() || person.masked();
			shown.add(minute(line.at(), zone) + " " + line.by() + " " + what.text()
					+ (person.text().isEmpty() ? "" : "（" + person.text() + "）"));
		}
		return new ShownValue(String.join("\n", shown), masked);
	}

	/** The value that the change log kept as JSON, for an attribute of this type. */
	static Object fromLog(Class<?> type, Object logged) {
		if (logged == null) {
			return null;
		}
		String text = logged.toString();
		if (type.isEnum()) {
			return Arrays.<Object>stream(type.getEnumConstants())
				.filter((constant) -> ((Enum<?>) constant).name().equals(text))
				.findFirst()
				.orElse(text);
		}
		return (type == Instant.class) ? Instant.parse(text) : logged;
	}

	/** A time to the minute, in the office's zone. */
	static String minute(Instant at, ZoneId zone) {
		return MINUTE.format(at.atZone(zone));
	}

	/** A time to the second, in the office's zone. */
	static String second(Instant at, ZoneId zone) {
		return SECOND.format(at.atZone(zone));
	}

	/** The beginning of the text, for a list. */
	String brief(int longest) {
		String line = this.text.replaceAll("\\s+", " ");
		return (line.codePointCount(0, line.length()) <= longest) ? line
				: line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
	}

	private static String text(Object value, ZoneId zone) {
		if (value == null) {
			return "";
		}
		if (value instanceof Labelled labelled) {
			return labelled.label();
		}
		if (value instanceof Instant at) {
			return minute(at, zone);
		}
		if (value instanceof LocalDateTime at) {
			return MINUTE.format(at);
		}
		if (value instanceof Boolean yes) {
			return yes ? "是" : "否";
		}
		return (value instanceof BigDecimal number) ? number.toPlainString() : value.toString();
	}

}
