package org.wuyeflow.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * The repository's models as files: what {@code processes/} and {@code forms/} hold.
 */
final class Models {

	static final Path PROCESSES = Path.of("processes");

	static final Path FORMS = Path.of("forms");

	private static final ObjectMapper JSON = new ObjectMapper();

	private Models() {
	}

	/**
	 * A file of the repository, read.
	 *
	 * @param path where it stands
	 * @param slug the procedure's folder
	 * @param name the file's name without its ending
	 * @param model what it holds
	 */
	record Source<T>(Path path, String slug, String name, T model) {

		@Override
		public String toString() {
			return this.path.toString();
		}

	}

	static List<Source<BpmnModelInstance>> processes() {
		return read(PROCESSES, ".bpmn", (path) -> Bpmn.readModelFromFile(path.toFile()));
	}

	static List<Source<DmnModelInstance>> decisions() {
		return read(PROCESSES, ".dmn", (path) -> Dmn.readModelFromFile(path.toFile()));
	}

	static List<Source<JsonNode>> forms() {
		return read(FORMS, ".form", (path) -> {
			try {
				return JSON.readTree(path.toFile());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(path.toString(), ex);
			}
		});
	}

	/** The clauses that an element says it carries out. */
	static List<String> clauses(BaseElement element) {
		return property(element, "clause").stream().flatMap((value) -> Stream.of(value.split(" "))).toList();
	}

	/** The values of an element's extension property. */
	private static List<String> property(BaseElement element, String name) {
		if (element.getExtensionElements() == null) {
			return List.of();
		}
		return element.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.stream()
			.flatMap((properties) -> properties.getCamundaProperties().stream())
			.filter((property) -> name.equals(property.getCamundaName()))
			.map(CamundaProperty::getCamundaValue)
			.toList();
	}

	/** The keys of all the fields of a form, nested ones included. */
	static List<String> keys(JsonNode form) {
		List<String> keys = new ArrayList<>();
		for (JsonNode component : form.path("components")) {
			if (component.has("key")) {
				keys.add(component.get("key").asText());
			}
			keys.addAll(keys(component));
		}
		return keys;
	}

	private static <T> List<Source<T>> read(Path root, String ending, Function<Path, T> reader) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((path) -> path.toString().endsWith(ending)).sorted().map((path) -> {
				String file = path.getFileName().toString();
				return new Source<>(path, path.getParent().getFileName().toString(),
						file.substring(0, file.length() - ending.length()), reader.apply(path));
			}).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
