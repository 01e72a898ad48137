package org.wuyeflow.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.RecordOf;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every clause of the written procedures is carried out by an element of a model or,
 * where it asks for a record, by a register that is kept. Those still to come stand in
 * {@code clauses-open.txt}; the list may only shrink, and says so here when it can.
 */
class ClauseCoverageTest {

	private static final Path OPEN = Path.of("src/test/resources/clauses-open.txt");

	@Test
	void clausesNotYetCarriedOutAreExactlyThoseListed() throws IOException {
		Set<String> open = new TreeSet<>(ClauseCatalogue.ids());
		open.removeAll(carriedOut());
		assertThat(open).as("clauses that nothing carries out").containsExactlyElementsOf(Files.readAllLines(OPEN));
	}

	@Test
	void everyClauseNamedExists() throws IOException {
		assertThat(ClauseCatalogue.ids()).containsAll(carriedOut());
	}

	private static Set<String> carriedOut() throws IOException {
		Set<String> clauses = new TreeSet<>();
		Models.processes()
			.forEach((source) -> source.model()
				.getModelElementsByType(BaseElement.class)
				.forEach((element) -> clauses.addAll(Models.clauses(element))));
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.wuyeflow");
		Set<String> records = ClauseCatalogue.ids("record");
		classes.stream()
			.filter((type) -> type.isAnnotatedWith(RecordOf.class))
			.flatMap((type) -> type.getAnnotationOfType(RecordOf.class).value().clauses().stream())
			.filter(records::contains)
			.forEach(clauses::add);
		return clauses;
	}

}
