package org.wuyeflow.office.estate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of the file, in any order.
 */
enum Column {

	OFFICE("管理处", false), HOUSE("房号", true), MOVED_IN("入住日期", true), PART("身份", true), NAME("姓名", true),
	PHONE("电话", true), KIND("类型", false);

	private final String label;

	private final boolean required;

	Column(String label, boolean required) {
		this.label = label;
		this.required = required;
	}

	/** The word in the header. */
	String label() {
		return this.label;
	}

	static Optional<Column> find(String label) {
		return Arrays.stream(values()).filter((column) -> column.label.equals(label)).findFirst();
	}

	static Stream<Column> required() {
		return Arrays.stream(values()).filter((column) -> column.required);
	}

	/** The whole header. */
	static String header() {
		return Arrays.stream(values()).map(Column::label).collect(Collectors.joining(","));
	}

}
