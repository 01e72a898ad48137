package org.wuyeflow.process.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Whatever lies in {@code forms/} the server can check, so a new form is guarded. */
class FormsConventionsTest {

	private static final FeelEngine FEEL = new ScalaFeelEngineFactory(List.of()).createInstance();

	@TestFactory
	List<DynamicTest> everyFormIsOneThatTheServerChecks() throws IOException {
		try (Stream<Path> files = Stream.concat(forms(Path.of("forms")),
				forms(Path.of("src/test/resources/guarded")))) {
			return files.map((file) -> DynamicTest.dynamicTest(file.toString(), () -> holds(file))).toList();
		}
	}

	private static void holds(Path file) throws IOException {
		String text = Files.readString(file);
		assertThatNoException().isThrownBy(() -> FormParser.parse(text));
		conditions(FormParser.parse(text).fields()).forEach((condition) -> assertThatNoException().as(condition)
			.isThrownBy(
					() -> FEEL.evaluateSimpleExpression(condition, Variables.createVariables().asVariableContext())));
		JsonNode form = new ObjectMapper().readTree(text);
		assertThat(file.getFileName()).hasToString(form.path("id").asText() + ".form");
		assertThat(form.path("type").asText()).isEqualTo("default");
		assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
		assertThat(form.path("executionPlatformVersion").asText()).matches("7\\.\\d+\\.\\d+");
		assertThat(form.path("schemaVersion").asInt()).isPositive();
	}

	private static Stream<String> conditions(List<Field> fields) {
		return fields.stream()
			.flatMap((field) -> Stream.concat(Stream.ofNullable(field.hiddenWhen()), conditions(field.children())));
	}

	private static Stream<Path> forms(Path folder) {
		try {
			return Files.isDirectory(folder) ? Files.walk(folder).filter((file) -> file.toString().endsWith(".form"))
					: Stream.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
