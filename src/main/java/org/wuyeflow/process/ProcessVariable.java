package org.wuyeflow.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process variable with a name and a type. What a form submits and what the engine
 * keeps for routing are both read and written through these constants.
 * <p>
 * What a form submits is there for the transaction that submits it and gone afterwards; a
 * field that was not filled in is empty. What is written with {@link #on} stays until the
 * instance ends, in the engine's tables: never a name, a phone number or free text.
 *
 * @param name the variable's name, equal to the form field's key
 * @param type the Java type of its value
 * @param <T> the Java type of its value
 */
public record ProcessVariable<T>(String name, Class<T> type) {

	private static final ObjectMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	public static ProcessVariable<String> string(String name) {
		return new ProcessVariable<>(name, String.class);
	}

	public static ProcessVariable<Boolean> bool(String name) {
		return new ProcessVariable<>(name, Boolean.class);
	}

	public static ProcessVariable<Integer> integer(String name) {
		return new ProcessVariable<>(name, Integer.class);
	}

	/** A number with decimals, such as an amount in yuan. */
	public static ProcessVariable<BigDecimal> decimal(String name) {
		return new ProcessVariable<>(name, BigDecimal.class);
	}

	/** A day, from a date field. */
	public static ProcessVariable<LocalDate> date(String name) {
		return new ProcessVariable<>(name, LocalDate.class);
	}

	/** A point in time on the office's clock, from a date and time field. */
	public static ProcessVariable<LocalDateTime> dateTime(String name) {
		return new ProcessVariable<>(name, LocalDateTime.class);
	}

	/** The chosen values of a checklist or taglist, or the rows of a list as maps. */
	public static ProcessVariable<List<?>> list(String name) {
		return new ProcessVariable<>(name, raw(List.class));
	}

	/** The fields of a group with a path. */
	public static ProcessVariable<Map<String, ?>> map(String name) {
		return new ProcessVariable<>(name, raw(Map.class));
	}

	@SuppressWarnings("unchecked")
	private static <T> Class<T> raw(Class<?> type) {
		return (Class<T>) type;
	}

	/**
	 * The value in this scope.
	 * @throws IllegalStateException where the variable is missing: a fault of the model
	 */
	public T from(VariableScope scope) {
		return find(scope)
			.orElseThrow(() -> new IllegalStateException("Process variable '" + this.name + "' is missing"));
	}

	/** The value in this scope, or empty where it was not set. */
	public Optional<T> find(VariableScope scope) {
		return Optional.ofNullable(scope.getVariable(this.name)).map(this::convert);
	}

	private T convert(Object value) {
		Object result = value;
		if (this.type == BigDecimal.class) {
			result = new BigDecimal(value.toString());
		}
		else if (this.type == LocalDate.class) {
			result = LocalDate.parse(value.toString());
		}
		else if (this.type == LocalDateTime.class) {
			result = LocalDateTime.parse(value.toString());
		}
		else if ((this.type == raw(List.class) || this.type == raw(Map.class)) && !this.type.isInstance(value)) {
			result = parsed(value.toString());
		}
		return this.type.cast(result);
	}

	private Object parsed(String json) {
		try {
			return JSON.readValue(json, this.type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Process variable '" + this.name + "' is not the JSON it should be");
		}
	}

	/**
	 * Sets the value for routing; it is stored by the engine until the instance ends. A
	 * value of the same name that a form has just submitted becomes the stored one.
	 * @throws IllegalArgumentException for a list or map, which is never routing
	 */
	public void on(VariableScope scope, T value) {
		Object stored = stored(Objects.requireNonNull(value, this.name));
		VariableScope target = (scope instanceof DelegateTask task) ? task.getExecution() : scope;
		if (target instanceof AbstractVariableScope variables
				&& variables.getVariableInstance(this.name) instanceof VariableInstanceEntity submitted
				&& submitted.isTransient()) {
			submitted.setTransient(false);
			submitted.setValue(Variables.untypedValue(stored));
			VariableInstanceEntity.insert(submitted);
		}
		target.setVariable(this.name, stored);
	}

	private Object stored(T value) {
		if (value instanceof List || value instanceof Map) {
			throw new IllegalArgumentException("Process variable '" + this.name + "' cannot be kept for routing");
		}
		boolean text = value instanceof BigDecimal || value instanceof LocalDate || value instanceof LocalDateTime;
		return text ? value.toString() : value;
	}

}
