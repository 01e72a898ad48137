package org.wuyeflow.process.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as the server checks it.
 *
 * @param id the form's id
 * @param fields its fields in reading order; display components are left out
 */
record Form(String id, List<Field> fields) {

	Form {
		fields = List.copyOf(fields);
	}

	/** Whether any field is shown only under a condition. */
	boolean conditional() {
		return conditional(this.fields);
	}

	/** The names of the variables that a submission brings, in reading order. */
	Set<String> variables() {
		Map<String, Field> names = new LinkedHashMap<>();
		collect(this.fields, names);
		return names.keySet();
	}

	/** The fields that become one variable each, by name, in reading order. */
	Map<String, Field> byVariable() {
		Map<String, Field> names = new LinkedHashMap<>();
		collect(this.fields, names);
		return names;
	}

	private static void collect(List<Field> fields, Map<String, Field> names) {
		for (Field field : fields) {
			if (field.type() == Field.Type.GROUP && field.key() == null) {
				collect(field.children(), names);
			}
			else {
				names.put(field.key(), field);
			}
		}
	}

	private static boolean conditional(List<Field> fields) {
		return fields.stream().anyMatch((field) -> field.hiddenWhen() != null || conditional(field.children()));
	}

}
