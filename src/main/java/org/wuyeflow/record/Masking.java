package org.wuyeflow.record;

import java.util.regex.Pattern;

/**
 * Masks personal data: enough stays to tell two customers apart, not enough to reach or
 * to name one. Counts hanzi, not Java chars.
 */
public final class Masking {

	private static final Pattern NUMBERS_IN_TEXT = Pattern.compile(
			"(?<![0-9A-Za-z])(?!20\\d\\d-\\d\\d-\\d\\d|20\\d\\d-\\d{5}(?!\\d))(?:[1-9]\\d{16}[0-9Xx]|[1-9]\\d{14}|\\+?\\d(?:[ -]?\\d){6,14})(?![0-9A-Za-z])");

	private static final int SHOWN_OF_LONG = 3;

	private static final int SHOWN_AT_END = 4;

	private static final int LONG = 11;

	private Masking() {
	}

	/** Masks a value of this kind; null stays null. */
	public static String mask(Personal.Kind kind, String value) {
		if (value == null) {
			return null;
		}
		return switch (kind) {
			case NAME -> name(value);
			case PHONE, IDENTITY -> number(value);
			case TEXT -> text(value);
		};
	}

	/** {@code 张三} to {@code 张*}, {@code 欧阳娜娜} to {@code 欧***}. */
	public static String name(String name) {
		return stars(name, 1, 0);
	}

	/** {@code 13812345678} to {@code 138****5678}; shorter numbers keep less. */
	public static String number(String number) {
		int length = number.codePointCount(0, number.length());
		return (length >= LONG) ? stars(number, SHOWN_OF_LONG, SHOWN_AT_END) : stars(number, 1, 1);
	}

	/** Masks what looks like a telephone or an identity number; the words stay. */
	public static String text(String text) {
		return NUMBERS_IN_TEXT.matcher(text).replaceAll((found) -> number(found.group()));
	}

	private static String stars(String value, int first, int last) {
		int[] signs = value.codePoints().toArray();
		StringBuilder masked = new StringBuilder();
		for (int i = 0; i < signs.length; i++) {
			if (i < first || i >= Math.max(signs.length - last, first + 1)) {
				masked.appendCodePoint(signs[i]);
			}
			else {
				masked.append('*');
			}
		}
		return masked.toString();
	}

}
