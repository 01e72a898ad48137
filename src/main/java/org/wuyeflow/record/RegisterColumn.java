package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import org.hibernate.Hibernate;
import org.wuyeflow.Refusal;

/**
 * A column of a register: an attribute of the entity that holds the rows, or a column of
 * the paper form of which no rows are held yet.
 */
public final class RegisterColumn {

	private static final int PAPER_LENGTH = 500;

	private static final int HALF_A_LINE = 26;

	private final List<Field> path;

	private final String label;

	private final Class<?> type;

	private final boolean listed;

	private final Personal.Kind personal;

	private RegisterColumn(List<Field> path, String label, Class<?> type, boolean listed, Personal.Kind personal) {
		this.path = path;
		this.label = label;
		this.type = type;
		this.listed = listed;
		this.personal = personal;
	}

	static RegisterColumn of(List<Field> path) {
		Field field = path.get(path.size() - 1);
		FormField description = field.getAnnotation(FormField.class);
		Personal marked = path.stream()
			.filter((step) -> step.isAnnotationPresent(Personal.class))
			.reduce((outer, inner) -> inner)
			.map((step) -> step.getAnnotation(Personal.class))
			.orElse(null);
		return new RegisterColumn(path, description.value(), field.getType(), description.listed(),
				(marked != null) ? marked.value() : null);
	}

	/** A column that stands on the paper form only. */
	static RegisterColumn onPaper(String label, Class<?> type, boolean listed, Personal.Kind personal) {
		return new RegisterColumn(List.of(), label, type, listed, personal);
	}

	/** The attribute's name, as queries and the change log call it; empty on paper. */
	public String attribute() {
		return this.path.stream().map(Field::getName).collect(Collectors.joining("."));
	}

	/** The attributes on the way from the record to the value; empty on paper. */
	List<Field> path() {
		return this.path;
	}

	/** The Chinese label. */
	public String label() {
		return this.label;
	}

	/** The attribute's type. */
	public Class<?> type() {
		return this.type;
	}

	/** Whether the list shows it. */
	public boolean listed() {
		return this.listed;
	}

	/** What kind of personal data it holds, or empty where it holds none. */
	public Optional<Personal.Kind> personal() {
		return Optional.ofNullable(this.personal);
	}

	/** Whether it holds text that can be searched in. */
	boolean text() {
		return this.type == String.class && !this.path.isEmpty();
	}

	/**
	 * Whether lists can be sorted by it: not by personal data, whose order would tell
	 * what is masked.
	 */
	public boolean sortable() {
		return this.listed && !this.path.isEmpty() && this.personal == null
				&& (this.type.isEnum() || Comparable.class.isAssignableFrom(this.type));
	}

	/** Whether its value usually needs a line of its own on the form. */
	public boolean wide() {
		return this.personal == Personal.Kind.TEXT || Collection.class.isAssignableFrom(this.type)
				|| (this.type == String.class && longest() > PAPER_LENGTH);
	}

	/** Whether this content of it needs a line of its own. */
	public boolean wide(String content) {
		return wide() || content.length() > HALF_A_LINE || content.indexOf('\n') >= 0;
	}

	/** Whether it holds a point of time. */
	public boolean time() {
		return this.type == Instant.class;
	}

	/** Whether it holds a number that is counted with. */
	public boolean number() {
		return this.type == int.class || Number.class.isAssignableFrom(this.type);
	}

	/** How many characters fit, where it holds text. */
	int longest() {
		Column column = this.path.isEmpty() ? null : last().getAnnotation(Column.class);
		return (column != null) ? column.length() : PAPER_LENGTH;
	}

	/** Whether a record cannot be without it. */
	public boolean required() {
		Column column = this.path.isEmpty() ? null : last().getAnnotation(Column.class);
		return this.type.isPrimitive() || (column != null && !column.nullable());
	}

	/** The class that declares it. */
	Class<?> owner() {
		return last().getDeclaringClass();
	}

	/** The value in this record, or null. */
	public Object value(QualityRecord record) {
		Object value = this.path.isEmpty() ? null : record;
		for (Field step : this.path) {
			value = (value != null) ? read(step, value) : null;
		}
		return value;
	}

	/**
	 * Puts a corrected value into the record, past the rules of its moves.
	 * @throws Refusal (409) where the part of the record that has the column is not there
	 */
	void correct(QualityRecord record, Object value) {
		Object holder = record;
		for (Field step : this.path.subList(0, this.path.size() - 1)) {
			holder = (holder != null) ? read(step, holder) : null;
		}
		if (holder == null) {
			throw Refusal.conflict("这条记录没有填写过“" + this.label + "”所在的部分，不能更正。");
		}
		try {
			last().setAccessible(true);
			last().set(holder, value);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(last() + " cannot be written", ex);
		}
	}

	private Field last() {
		return this.path.get(this.path.size() - 1);
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
