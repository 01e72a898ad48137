package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the change log knows of an attribute by its name: {@code complainant}, or
 * {@code complainant.phone} within an embeddable.
 */
record AuditedField(Class<?> type, Optional<String> label, Optional<Personal.Kind> kind) {

	private static final Map<Key, Optional<AuditedField>> KNOWN = new ConcurrentHashMap<>();

	static Optional<AuditedField> of(Class<?> entity, String attribute) {
		return KNOWN.computeIfAbsent(new Key(entity, attribute), (key) -> look(entity, attribute));
	}

	boolean personal() {
		return this.kind.isPresent();
	}

	private static Optional<AuditedField> look(Class<?> entity, String attribute) {
		Class<?> owner = entity;
		Field found = null;
		Field outermost = null;
		for (String name : attribute.split("\\.")) {
			found = field(owner, name);
			if (found == null) {
				return Optional.empty();
			}
			outermost = (outermost != null) ? outermost : found;
			owner = found.getType();
		}
		FormField label = found.getAnnotation(FormField.class);
		Personal personal = found.isAnnotationPresent(Personal.class) ? found.getAnnotation(Personal.class)
				: outermost.getAnnotation(Personal.class);
		return Optional.of(new AuditedField(found.getType(), Optional.ofNullable(label).map(FormField::value),
				Optional.ofNullable(personal).map(Personal::value)));
	}

	private static Field field(Class<?> owner, String name) {
		for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
			Optional<Field> field = Arrays.stream(type.getDeclaredFields())
				.filter((candidate) -> candidate.getName().equals(name))
				.findFirst();
			if (field.isPresent()) {
				return field.get();
			}
		}
		return null;
	}

	private record Key(Class<?> entity, String attribute) {
	}

}
