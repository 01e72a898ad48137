package org.wuyeflow.record.verify;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The kinds of values that records hold, and how each is brought from the log's JSON and
 * from the database to the same bytes.
 */
enum ColumnType {

	TEXT, BOOLEAN, INTEGER, DECIMAL, INSTANT, DATE, DATE_TIME, TIME, ID;

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private static final byte[] TRUE = utf8("true");

	private static final byte[] FALSE = utf8("false");

	private static final byte[] MICROS = utf8(".000000");

	private static final int SECONDS = 19;

	private static final int DATE_LENGTH = 10;

	/**
	 * The kind of a field.
	 * @throws IllegalStateException where it is none of these
	 */
	static ColumnType of(Field field, boolean reference) {
		Class<?> type = field.getType();
		if (reference || type == UUID.class) {
			return ID;
		}
		if (type == String.class || type.isEnum()) {
			return TEXT;
		}
		if (type == boolean.class || type == Boolean.class) {
			return BOOLEAN;
		}
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class
				|| type == short.class || type == Short.class) {
			return INTEGER;
		}
		if (type == BigDecimal.class) {
			return DECIMAL;
		}
		if (type == Instant.class) {
			return INSTANT;
		}
		if (type == LocalDate.class) {
			return DATE;
		}
		if (type == LocalDateTime.class) {
			return DATE_TIME;
		}
		if (type == LocalTime.class) {
			return TIME;
		}
		throw new IllegalStateException("verify-records cannot compare " + field);
	}

	/** The bytes that stand for what the log holds. */
	byte[] ofLog(byte[] logged) {
		return switch (this) {
			case TEXT, BOOLEAN, INTEGER, DATE -> logged;
			case DECIMAL -> decimal(text(logged));
			case INSTANT -> instant(logged);
			case DATE_TIME -> utf8(MICROSECONDS.format(LocalDateTime.parse(text(logged))));
			case TIME -> utf8(LocalTime.parse(text(logged)).toString());
			case ID -> HexFormat.of().parseHex(text(logged).replace("-", ""));
		};
	}

	/** The bytes that stand for what the database holds, as {@link Rows} gives it. */
	byte[] ofDatabase(byte[] stored) {
		return switch (this) {
			case TEXT, INTEGER, DATE, ID -> stored;
			case BOOLEAN -> (stored.length == 1 && stored[0] == '0') ? FALSE : TRUE;
			case DECIMAL -> decimal(text(stored));
			case INSTANT, DATE_TIME -> microseconds(stored, stored.length);
			case TIME -> utf8(LocalTime.parse(text(stored)).toString());
		};
	}

	private static byte[] decimal(String number) {
		return utf8(new BigDecimal(number).stripTrailingZeros().toPlainString());
	}

	/** {@code 2026-03-05T06:30:00.12Z} as the database writes it. */
	private static byte[] instant(byte[] logged) {
		byte[] time = microseconds(logged, logged.length - 1);
		time[DATE_LENGTH] = ' ';
		return time;
	}

	private static byte[] microseconds(byte[] time, int length) {
		if (length == SECONDS + MICROS.length && length == time.length) {
			return time;
		}
		byte[] padded = new byte[SECONDS + MICROS.length];
		System.arraycopy(MICROS, 0, padded, SECONDS, MICROS.length);
		System.arraycopy(time, 0, padded, 0, Math.min(length, padded.length));
		return padded;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] stored) {
		return new String(stored, StandardCharsets.UTF_8);
	}

}
