package org.wuyeflow.process.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

import org.wuyeflow.Refusal;

/**
 * Translates between what the engine's doors hand over and the plain values a form is
 * checked with.
 */
final class SubmittedValues {

	private static final ObjectMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private SubmittedValues() {
	}

	/**
	 * The plain values of a submission.
	 * @throws Refusal for a kind of value that no form brings, such as a file
	 */
	static Map<String, Object> plain(Map<String, Object> variables, ZoneId zone) {
		Map<String, Object> plain = new LinkedHashMap<>();
		if (variables != null) {
			variables.keySet().forEach((name) -> plain.put(name, plain(value(variables, name), zone)));
		}
		return plain;
	}

	private static Object value(Map<String, Object> variables, String name) {
		return (variables instanceof VariableMap typed) ? typed.getValueTyped(name) : variables.get(name);
	}

	private static Object plain(Object value, ZoneId zone) {
		if (value instanceof JsonValue json) {
			return json(json.getValueSerialized());
		}
		Object bare = (value instanceof TypedValue typed) ? typed.getValue() : value;
		if (bare instanceof Date date) {
			return LocalDateTime.ofInstant(date.toInstant(), zone).toString();
		}
		if (bare == null || bare instanceof String || bare instanceof Number || bare instanceof Boolean
				|| bare instanceof List || bare instanceof Map) {
			return bare;
		}
		throw new Refusal("表单只接受文字、数字、日期和选项，不能上传文件或其他内容。");
	}

	private static Object json(String text) {
		try {
			return JSON.readValue(text, Object.class);
		}
		catch (JsonProcessingException ex) {
			throw new Refusal("提交的内容不是有效的JSON，无法处理。");
		}
	}

	/** A value that the engine forgets at the end of the transaction. */
	static TypedValue passing(Object value) {
		if (value instanceof List || value instanceof Map) {
			try {
				return SpinValues.jsonValue(JSON.writeValueAsString(value), true).create();
			}
			catch (JsonProcessingException ex) {
				throw new IllegalStateException("An accepted value cannot be written", ex);
			}
		}
		return Variables.untypedValue((value instanceof BigDecimal number) ? number.toPlainString() : value, true);
	}

}
