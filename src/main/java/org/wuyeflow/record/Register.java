package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form's register: its description, and the entity that holds its rows where the
 * procedure runs here already.
 *
 * @param form the form's description
 * @param entity the entity that holds the rows, or empty
 * @param columns the columns of the paper form, in its order; none without an entity
 */
public record Register(QualityForm form, Optional<Class<? extends QualityRecord>> entity,
		List<RegisterColumn> columns) {

	public Register {
		columns = List.copyOf(columns);
	}

	static Register planned(QualityForm form) {
		return new Register(form, Optional.empty(), List.of());
	}

	static Register of(Class<? extends QualityRecord> entity) {
		return new Register(formOf(entity), Optional.of(entity), columnsOf(entity));
	}

	static QualityForm formOf(Class<?> entity) {
		RecordOf of = entity.getAnnotation(RecordOf.class);
		if (of == null) {
			throw new IllegalStateException(entity.getName() + " says of no form that it holds its rows (@RecordOf)");
		}
		return of.value();
	}

	private static List<RegisterColumn> columnsOf(Class<?> type) {
		List<RegisterColumn> own = new ArrayList<>();
		List<RegisterColumn> inherited = (type == Object.class) ? List.of() : columnsOf(type.getSuperclass());
		for (Field field : type.getDeclaredFields()) {
			if (field.isAnnotationPresent(FormField.class)) {
				own.add(RegisterColumn.of(field));
			}
		}
		List<RegisterColumn> all = new ArrayList<>(inherited);
		all.addAll(own);
		return all;
	}

	/** The columns that the list shows. */
	public List<RegisterColumn> listed() {
		return this.columns.stream().filter(RegisterColumn::listed).toList();
	}

}
