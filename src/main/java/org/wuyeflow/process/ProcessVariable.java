package org.wuyeflow.process;

import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with a name and a type. What a form submits and what the engine
 * keeps for routing are both read and written through these constants.
 *
 * @param name the variable's name, equal to the form field's key
 * @param type the Java type of its value
 * @param <T> the Java type of its value
 */
public record ProcessVariable<T>(String name, Class<T> type) {

	public static ProcessVariable<String> string(String name) {
		return new ProcessVariable<>(name, String.class);
	}

	public static ProcessVariable<Boolean> bool(String name) {
		return new ProcessVariable<>(name, Boolean.class);
	}

	public static ProcessVariable<Integer> integer(String name) {
		return new ProcessVariable<>(name, Integer.class);
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
		return Optional.ofNullable(scope.getVariable(this.name)).map(this.type::cast);
	}

	/** Sets the value for routing; it is stored by the engine until the instance ends. */
	public void on(VariableScope scope, T value) {
		scope.setVariable(this.name, Objects.requireNonNull(value, this.name));
	}

}
