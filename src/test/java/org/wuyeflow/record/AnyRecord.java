package org.wuyeflow.record;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/**
 * Closed records of any register, filled in past the rules of its procedure: what cannot
 * be empty holds something, and what is personal holds a known name or telephone number.
 */
final class AnyRecord {

	static final String NAME = "欧阳震华";

	static final String PHONE = "13812345678";

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final EntityManager entities;

	private final RecordBook book;

	AnyRecord(EntityManager entities, RecordBook book) {
		this.entities = entities;
		this.book = book;
	}

	/** Enters a record into the register of this office. */
	QualityRecord enter(Class<? extends QualityRecord> type, String office) {
		QualityRecord record = (QualityRecord) filled(type, office, "QQ-2026-%05d".formatted(NUMBERS.incrementAndGet()),
				false);
		return this.book.enter(record);
	}

	private Object filled(Class<?> type, String office, String number, boolean all) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			Object entity = constructor.newInstance();
			for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
				for (Field field : part.getDeclaredFields()) {
					fill(entity, field, office, number, all);
				}
			}
			return entity;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type + " cannot be filled in", ex);
		}
	}

	private void fill(Object entity, Field field, String office, String number, boolean all)
			throws ReflectiveOperationException {
		if (Modifier.isStatic(field.getModifiers()) || field.isAnnotationPresent(Version.class)
				|| field.isAnnotationPresent(Transient.class) || field.getName().equals("serial")) {
			return;
		}
		field.setAccessible(true);
		Object value = switch (field.getName()) {
			case "id" -> TimeOrderedId.next();
			case "office" -> office;
			case "caseNumber" -> number;
			case "recordStatus" -> RecordStatus.CLOSED;
			default -> value(field, office, number, all);
		};
		if (value != null) {
			field.set(entity, value);
		}
	}

	private Object value(Field field, String office, String number, boolean all) {
		Class<?> type = field.getType();
		if (field.isAnnotationPresent(ManyToOne.class)) {
			if (field.getAnnotation(ManyToOne.class).optional()) {
				return null;
			}
			Object part = filled(type, office, number, false);
			this.entities.persist(part);
			return part;
		}
		if (field.isAnnotationPresent(Embedded.class)) {
			return filled(type, office, number, true);
		}
		if (field.isAnnotationPresent(Personal.class) && type == String.class) {
			return fitting(field, switch (field.getAnnotation(Personal.class).value()) {
				case NAME -> NAME;
				case PHONE -> PHONE;
				case IDENTITY -> "5678";
				case TEXT -> "请打" + PHONE;
			});
		}
		if (!all && !required(field)) {
			return null;
		}
		if (type == String.class) {
			return field.getName().startsWith("figures") ? "RECEIVED=1" : fitting(field, number);
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (type == Instant.class) {
			return Instant.parse("2026-03-05T06:30:00Z");
		}
		if (type == LocalDate.class) {
			return LocalDate.parse("2026-03-05").plusDays(NUMBERS.incrementAndGet());
		}
		if (type == UUID.class) {
			return TimeOrderedId.next();
		}
		return (type == BigDecimal.class) ? BigDecimal.ONE : null;
	}

	private static String fitting(Field field, String value) {
		Column column = field.getAnnotation(Column.class);
		int longest = (column != null) ? column.length() : value.length();
		return value.substring(Math.max(0, value.length() - longest));
	}

	private static boolean required(AnnotatedElement field) {
		Column column = field.getAnnotation(Column.class);
		return column != null && !column.nullable();
	}

}
