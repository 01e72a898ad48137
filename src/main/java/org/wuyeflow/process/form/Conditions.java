package org.wuyeflow.process.form;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Decides FEEL conditions as the browser does: only what comes out as true hides a field.
 */
final class Conditions {

	private final FeelEngine feel = new ScalaFeelEngineFactory(List.of()).createInstance();

	boolean holds(String condition, Map<String, Object> values) {
		try {
			Object answer = this.feel.evaluateSimpleExpression(condition,
					Variables.fromMap(values).asVariableContext());
			return Boolean.TRUE.equals(answer);
		}
		catch (FeelException ex) {
			return false;
		}
	}

}
