package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.wuyeflow.Refusal;

/**
 * A form's register: its description, and the entity that holds its rows where the
 * procedure runs here already.
 *
 * @param form the form's description
 * @param entity the entity that holds the rows, or empty
 * @param columns the columns of the paper form, in its order
 */
public record Register(QualityForm form, Optional<Class<? extends QualityRecord>> entity,
		List<RegisterColumn> columns) {

	public Register {
		columns = List.copyOf(columns);
	}

	private static final String HOUSE = "房号";

	static Register planned(QualityForm form) {
		return new Register(form, Optional.empty(), PaperForms.columns(form));
	}

	static Register of(Class<? extends QualityRecord> entity) {
		boolean ofHouse = entity.getAnnotation(RecordOf.class).ofHouse();
		return new Register(formOf(entity), Optional.of(entity),
				columnsOf(entity, List.of()).stream()
					.filter((column) -> ofHouse || !column.label().equals(HOUSE))
					.toList());
	}

	static QualityForm formOf(Class<?> entity) {
		RecordOf of = entity.getAnnotation(RecordOf.class);
		if (of == null) {
			throw new IllegalStateException(entity.getName() + " says of no form that it holds its rows (@RecordOf)");
		}
		return of.value();
	}

	private static List<RegisterColumn> columnsOf(Class<?> type, List<Field> path) {
		List<RegisterColumn> columns = new ArrayList<>(
				(type.getSuperclass() != null) ? columnsOf(type.getSuperclass(), path) : List.of());
		for (Field field : type.getDeclaredFields()) {
			List<Field> longer = Stream.concat(path.stream(), Stream.of(field)).toList();
			if (field.isAnnotationPresent(FormPart.class)) {
				columns.addAll(columnsOf(field.getType(), longer));
			}
			else if (field.isAnnotationPresent(FormField.class)) {
				columns.add(RegisterColumn.of(longer));
			}
		}
		return columns;
	}

	/** The record, and what else its columns are read from. */
	static List<Audited> parts(QualityRecord record) {
		List<Audited> parts = new ArrayList<>(List.of(record));
		for (Class<?> type = record.getClass(); type != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (field.isAnnotationPresent(FormPart.class)
						&& RegisterColumn.read(field, record) instanceof Audited part) {
					parts.add(part);
				}
			}
		}
		return parts;
	}

	/**
	 * The column whose attribute goes by this name.
	 * @throws Refusal where there is none
	 */
	RegisterColumn column(String attribute) {
		return this.columns.stream()
			.filter((column) -> !attribute.isEmpty() && column.attribute().equals(attribute))
			.findFirst()
			.orElseThrow(() -> new Refusal("这张表没有这一栏，请返回后重新选择。"));
	}

	/** Whether its records are about houses, or may be. */
	public boolean ofHouse() {
		return this.columns.stream().anyMatch((column) -> column.label().equals(HOUSE));
	}

	/** The columns that the list shows. */
	public List<RegisterColumn> listed() {
		return this.columns.stream().filter(RegisterColumn::listed).toList();
	}

}
