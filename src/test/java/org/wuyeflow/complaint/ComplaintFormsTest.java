package org.wuyeflow.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.wuyeflow.complaint.step.ComplaintVariables;
import org.wuyeflow.process.ProcessVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forms' fields and the variables of the glue are the same.
 */
class ComplaintFormsTest {

	private static final Set<String> ROUTING = Set.of("edition", "source", "receiverRole", "superiorRole",
			"settledOnSpot", "complaintClass", "effect", "difficult", "handlingRole", "recordForm", "recorderRole",
			"reportTo", "copiedTo", "originalHolderRole", "copyHolderRole", "publishResult", "authorityRole", "topRole",
			"trackerRole", "verifierRole", "copiedRole", "verificationNeeded", "warnAt", "dueAt", "escalationRole",
			"secondAt", "answerWarnAt", "answerDueAt", "judgeWarnAt", "judgeBy", "pausedUntil", "answerRole",
			"secondRole", "revisitUntil", "compensationClaimed", "businessNumber", "house", "className", "copyKeptBy",
			"period", "periodFirst");

	@Test
	void everyFieldOfAFormIsAVariableAndNoneRoutes() throws IOException {
		Set<String> submitted = new TreeSet<>(variables());
		submitted.removeAll(ROUTING);

		assertThat(keys()).isEqualTo(submitted).doesNotContainAnyElementsOf(ROUTING);
		assertThat(variables()).containsAll(ROUTING);
	}

	private static Set<String> variables() {
		return Arrays.stream(ComplaintVariables.class.getDeclaredFields())
			.filter((field) -> field.getType() == ProcessVariable.class)
			.map(ComplaintFormsTest::name)
			.collect(Collectors.toSet());
	}

	private static String name(Field field) {
		try {
			return ((ProcessVariable<?>) field.get(null)).name();
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Set<String> keys() throws IOException {
		try (Stream<Path> forms = Files.list(Path.of("forms", "complaint"))) {
			return forms.flatMap(ComplaintFormsTest::keys).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Stream<String> keys(Path form) {
		try {
			JsonNode components = new ObjectMapper().readTree(form.toFile()).path("components");
			return components.findValuesAsText("key").stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
