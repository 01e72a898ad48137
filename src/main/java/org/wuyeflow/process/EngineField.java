package org.wuyeflow.process;

import java.lang.reflect.Field;

import org.springframework.util.ReflectionUtils;

/**
 * A field of an engine command that has no getter. The engine's version is fixed, and a
 * field that is gone stops the start.
 *
 * @param field the field, accessible
 */
public record EngineField(Field field) {

	/** The field of this name, of the class itself or one above it. */
	public static EngineField of(Class<?> owner, String name) {
		Field field = ReflectionUtils.findField(owner, name);
		if (field == null) {
			throw new IllegalStateException(owner.getName() + " has no field '" + name + "'");
		}
		ReflectionUtils.makeAccessible(field);
		return new EngineField(field);
	}

	/** Its value in this command. */
	public Object of(Object owner) {
		return ReflectionUtils.getField(this.field, owner);
	}

	/** Gives it another value in this command. */
	public void set(Object owner, Object value) {
		ReflectionUtils.setField(this.field, owner, value);
	}

}
