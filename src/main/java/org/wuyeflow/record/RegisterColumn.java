package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.util.Optional;

/**
 * A column of a register.
 */
public final class RegisterColumn {

	private final Field field;

	private final FormField description;

	private final Personal.Kind personal;

	private RegisterColumn(Field field) {
		this.field = field;
		this.description = field.getAnnotation(FormField.class);
		Personal marked = field.getAnnotation(Personal.class);
		this.personal = (marked != null) ? marked.value() : null;
		field.setAccessible(true);
	}

	static RegisterColumn of(Field field) {
		return new RegisterColumn(field);
	}

	/** The attribute's name, as queries and the change log call it. */
	public String attribute() {
		return this.field.getName();
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
		try {
			return this.field.get(record);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(this.field + " cannot be read", ex);
		}
	}

}
