package org.wuyeflow.process.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One field of a form and all that its value must satisfy.
 *
 * @param key the variable's name; of a group or list its path; null for a group without
 * one
 * @param label how a sentence names the field
 * @param type what kind of value it takes
 * @param required whether it must be given (a checkbox: ticked)
 * @param readOnly whether it only shows a value; what is submitted for it is dropped
 * @param hiddenWhen FEEL condition that hides the field, or null
 * @param rules the limits of its value
 * @param options the values to choose from, by value; empty where there is no choice
 * @param officeOptions whether the choice is the caller's offices
 * @param children the fields inside a group or list
 */
record Field(String key, String label, Type type, boolean required, boolean readOnly, String hiddenWhen, Rules rules,
		Map<String, String> options, boolean officeOptions, List<Field> children) {

	Field {
		options = Map.copyOf(options);
		children = List.copyOf(children);
	}

	/** The kinds of value. */
	enum Type {

		TEXT, TEXT_LINES, NUMBER, DATE, TIME, DATE_TIME, CHECKBOX, CHOICE, CHOICES, GROUP, LIST;

		/** Whether people can write what they like in it. */
		boolean freeText() {
			return this == TEXT || this == TEXT_LINES || this == GROUP || this == LIST;
		}

		boolean choice() {
			return this == CHOICE || this == CHOICES;
		}

	}

	/**
	 * The limits of a value; null where there is none.
	 *
	 * @param minLength fewest characters
	 * @param maxLength most characters
	 * @param min smallest number
	 * @param max largest number
	 * @param decimals most digits after the point
	 * @param step the number must be a multiple of it
	 * @param asText whether a number is handed on as text
	 * @param pattern the text must contain a match
	 * @param message what the sentence says about the pattern
	 * @param notAfterNow whether a point in time must not lie in the future
	 * @param notBeforeToday whether a day must not lie in the past
	 */
	record Rules(Integer minLength, Integer maxLength, BigDecimal min, BigDecimal max, Integer decimals,
			BigDecimal step, boolean asText, Pattern pattern, String message, boolean notAfterNow,
			boolean notBeforeToday) {
	}

}
