package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hibernate.Hibernate;

/**
 * A column of a register.
 */
public final class RegisterColumn {

	private final List<Field> path;

	private final Field field;

	private final FormField description;

	private final Personal.Kind personal;

	private RegisterColumn(List<Field> path) {
		this.path = path;
		this.field = path.get(path.size() - 1);
		this.description = this.field.getAnnotation(FormField.class);
		Personal marked = this.field.getAnnotation(Personal.class);
		this.personal = (marked != null) ? marked.value() : null;
	}

	static RegisterColumn of(List<Field> path) {
		return new RegisterColumn(path);
	}

	/** The attribute's name, as queries and the change log call it. */
	public String attribute() {
		return this.path.stream().map(Field::getName).collect(Collectors.joining("."));
	}

	/** The Chinese label. */
	public String label() {
		return this.description.value();
	}

	/** The attribute's type. */
	public Class<?> type() {
		return this.field.getType();
	}

	/** Whether the list shows it. */
	public boolean listed() {
		return this.description.listed();
	}

	/** What kind of personal data it holds, or empty where it holds none. */
	public Optional<Personal.Kind> personal() {
		return Optional.ofNullable(this.personal);
	}

	/** The value in this record, or null. */
	public Object value(QualityRecord record) {
		Object value = record;
		for (Field step : this.path) {
			value = (value != null) ? read(step, value) : null;
		}
		return value;
	}

	static Object read(Field field, Object holder) {
		try {
			field.setAccessible(true);
			return Hibernate.unproxy(field.get(holder));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(field + " cannot be read", ex);
		}
	}

}
