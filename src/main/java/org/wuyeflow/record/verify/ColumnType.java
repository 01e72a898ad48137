package org.wuyeflow.record.verify;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * The kinds of values that records hold, and how each is brought from the log's JSON and
 * from the database to one and the same text.
 */
enum ColumnType {

	TEXT, BOOLEAN, INTEGER, DECIMAL, INSTANT, DATE, DATE_TIME, TIME, ID;

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private static final int SECONDS = 19;

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

	/** The text of what the log holds. */
	String ofLog(String logged) {
		return switch (this) {
			case TEXT, BOOLEAN, INTEGER, DATE -> logged;
			case DECIMAL -> decimal(logged);
			case INSTANT -> microseconds(logged.substring(0, logged.length() - 1).replace('T', ' '));
			case DATE_TIME -> MICROSECONDS.format(LocalDateTime.parse(logged));
			case TIME -> LocalTime.parse(logged).toString();
			case ID -> logged.replace("-", "").toLowerCase(Locale.ROOT);
		};
	}

	/** The text of what the database holds, as {@link Rows} gives it. */
	String ofDatabase(String stored) {
		return switch (this) {
			case TEXT, INTEGER, DATE, ID -> stored;
			case BOOLEAN -> "0".equals(stored) ? "false" : "true";
			case DECIMAL -> decimal(stored);
			case INSTANT, DATE_TIME -> microseconds(stored);
			case TIME -> LocalTime.parse(stored).toString();
		};
	}

	private static String decimal(String number) {
		BigDecimal plain = new BigDecimal(number).stripTrailingZeros();
		return plain.toPlainString();
	}

	private static String microseconds(String time) {
		StringBuilder padded = new StringBuilder(time);
		if (padded.length() == SECONDS) {
			padded.append('.');
		}
		while (padded.length() < SECONDS + 7) {
			padded.append('0');
		}
		return padded.substring(0, SECONDS + 7);
	}

}
