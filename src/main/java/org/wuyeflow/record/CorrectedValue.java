package org.wuyeflow.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Set;

import org.wuyeflow.Refusal;

/**
 * A column's value on its way through a correction: read from what a person types, kept
 * as text, and put back.
 */
final class CorrectedValue {

	private static final Set<Class<?>> TYPES = Set.of(String.class, Instant.class, LocalDate.class, BigDecimal.class,
			Boolean.class, boolean.class, Integer.class, int.class);

	private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

	private static final int PRECISION = 12;

	private CorrectedValue() {
	}

	/** Whether values of this type can be corrected. */
	static boolean possible(Class<?> type) {
		return type.isEnum() || TYPES.contains(type);
	}

	/** The value as text that {@link #parse} reads; null where there is none. */
	static String text(Object value) {
		if (value == null) {
			return null;
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		return (value instanceof BigDecimal number) ? number.toPlainString() : value.toString();
	}

	/** What the page's field shows before it is changed. */
	static String typed(Object value, ZoneId zone) {
		if (value instanceof Instant at) {
			return INPUT.format(at.atZone(zone));
		}
		return (value != null) ? text(value) : "";
	}

	/**
	 * What a person typed, as a value of the column.
	 * @throws Refusal where it is no such value, too long or missing
	 */
	static Object read(RegisterColumn column, String typed, ZoneId zone) {
		String text = (typed != null) ? typed.strip().replace("\r\n", "\n") : "";
		if (text.isEmpty()) {
			if (column.required()) {
				throw new Refusal("“" + column.label() + "”不能为空。");
			}
			return null;
		}
		if (text.chars().anyMatch((sign) -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
			throw new Refusal("“" + column.label() + "”里有不能保存的字符，请重新填写。");
		}
		if (column.type() == String.class && text.length() > Math.min(column.longest(), 10_000)) {
			throw new Refusal("“" + column.label() + "”最多 " + column.longest() + " 个字。");
		}
		try {
			if (column.type() == Instant.class) {
				return LocalDateTime.parse(text).atZone(zone).toInstant();
			}
			return parse(column.type(), text);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw new Refusal("“" + column.label() + "”填写的内容不对，请检查后重新填写。");
		}
	}

	/** A value of this type from its text. */
	static Object parse(Class<?> type, String text) {
		if (text == null || type == String.class) {
			return text;
		}
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> ((Enum<?>) constant).name().equals(text))
				.findFirst()
				.orElseThrow(IllegalArgumentException::new);
		}
		if (type == Instant.class) {
			return Instant.parse(text);
		}
		if (type == LocalDate.class) {
			return LocalDate.parse(text);
		}
		if (type == BigDecimal.class) {
			return amount(text);
		}
		if (type == Integer.class || type == int.class) {
			return Integer.valueOf(text);
		}
		if (!text.equals("true") && !text.equals("false")) {
			throw new IllegalArgumentException();
		}
		return Boolean.valueOf(text);
	}

	private static BigDecimal amount(String text) {
		if (text.length() > PRECISION) {
			throw new IllegalArgumentException();
		}
		BigDecimal amount = new BigDecimal(text).setScale(2, java.math.RoundingMode.UNNECESSARY);
		if (amount.precision() > PRECISION) {
			throw new IllegalArgumentException();
		}
		return amount;
	}

}
