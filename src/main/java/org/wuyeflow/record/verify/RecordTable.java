package org.wuyeflow.record.verify;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.RecordOf;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The table of a kind of record, read off the annotations of its class.
 *
 * @param entity what the change log calls it
 * @param name the table's name
 * @param form the form whose rows it holds, or empty
 * @param columns its columns but for id and version
 */
record RecordTable(String entity, String name, Optional<QualityForm> form, List<RecordColumn> columns) {

	private static final String NOT_NULL_TEXT = "";

	/** All tables whose changes are kept, by name. */
	static List<RecordTable> all() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(Audited.class));
		return scanner.findCandidateComponents("org.wuyeflow")
			.stream()
			.map((found) -> ClassUtils.resolveClassName(found.getBeanClassName(), RecordTable.class.getClassLoader()))
			.filter((type) -> type.isAnnotationPresent(Entity.class))
			.map(RecordTable::of)
			.sorted(Comparator.comparing(RecordTable::name))
			.toList();
	}

	static RecordTable of(Class<?> entity) {
		List<RecordColumn> columns = new ArrayList<>();
		collect(columns, entity, "", false, Map.of());
		Table table = entity.getAnnotation(Table.class);
		String name = (table != null && !table.name().isEmpty()) ? table.name() : entity.getSimpleName();
		RecordOf form = entity.getAnnotation(RecordOf.class);
		return new RecordTable(entity.getSimpleName(), underscores(name),
				Optional.ofNullable(form).map(RecordOf::value), List.copyOf(columns));
	}

	/** The index of the column that the change log calls so, or -1. */
	int indexOf(String attribute) {
		for (int i = 0; i < this.columns.size(); i++) {
			if (this.columns.get(i).attribute().equals(attribute)) {
				return i;
			}
		}
		return -1;
	}

	private static void collect(List<RecordColumn> columns, Class<?> type, String prefix, boolean personal,
			Map<String, Column> overrides) {
		if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
			collect(columns, type.getSuperclass(), prefix, personal, overrides);
		}
		for (Field field : type.getDeclaredFields()) {
			boolean marked = personal || field.isAnnotationPresent(Personal.class);
			String attribute = prefix + field.getName();
			if (field.isAnnotationPresent(Embedded.class)) {
				Map<String, Column> within = new HashMap<>();
				for (AttributeOverride override : field.getAnnotationsByType(AttributeOverride.class)) {
					within.put(attribute + "." + override.name(), override.column());
				}
				within.putAll(overrides);
				collect(columns, field.getType(), attribute + ".", marked, within);
			}
			else if (isColumn(field)) {
				columns.add(column(field, attribute, marked,
						overrides.getOrDefault(attribute, field.getAnnotation(Column.class))));
			}
		}
	}

	private static boolean isColumn(Field field) {
		return !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())
				&& !field.isAnnotationPresent(Transient.class) && !field.isAnnotationPresent(Id.class)
				&& !field.isAnnotationPresent(Version.class) && !Collection.class.isAssignableFrom(field.getType());
	}

	private static RecordColumn column(Field field, String attribute, boolean personal, Column column) {
		boolean reference = field.isAnnotationPresent(ManyToOne.class) || field.isAnnotationPresent(OneToOne.class);
		JoinColumn join = field.getAnnotation(JoinColumn.class);
		String name = field.getName() + (reference ? "Id" : "");
		if (column != null && !column.name().isEmpty()) {
			name = column.name();
		}
		else if (join != null && !join.name().isEmpty()) {
			name = join.name();
		}
		FormField label = field.getAnnotation(FormField.class);
		ColumnType type = ColumnType.of(field, reference);
		String never = null;
		if (field.getType().isPrimitive()) {
			never = (type == ColumnType.BOOLEAN) ? "false" : "0";
		}
		else if (personal && type == ColumnType.TEXT && column != null && !column.nullable()) {
			never = NOT_NULL_TEXT;
		}
		return new RecordColumn(attribute, underscores(name), type, (label != null) ? label.value() : attribute,
				personal, never);
	}

	private static String underscores(String name) {
		return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

}
