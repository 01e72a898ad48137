package org.wuyeflow.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.deadline.Limit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of the two tables, and what neither of them knows.
 */
class KeyDecisionTest {

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@CsvSource({ "notMovedIn, false, false, none, 12小时", "notMovedIn, true, false, none, 12小时",
			"movedIn, false, false, consent, none", "movedIn, false, true, none, none",
			"movedIn, true, false, order, 12小时", "movedIn, true, true, order, 12小时" })
	void loanNeedsWhosePermissionForHowLong(String house, boolean emergency, boolean agreed, String permission,
			String longest) throws IOException {
		Map<String, Object> row = decide("key-loan-rule",
				Map.of("houseState", house, "emergencyUse", emergency, "agreedBeforehand", agreed))
			.getSingleResult()
			.getEntryMap();

		assertThat(row).containsEntry("permission", permission).containsEntry("longest", longest);
		assertThat(row.keySet()).contains("pause", "remindBefore", "recallWithin", "managerAfter", "tellOwnerWithin");
		row.entrySet()
			.stream()
			.filter((output) -> !output.getKey().equals("permission") && !output.getValue().equals("none"))
			.forEach((output) -> assertThat(Limit.parse((String) output.getValue()).working()).as(output.getKey())
				.isFalse());
	}

	@Test
	void houseIsMovedIntoOrNot() throws IOException {
		assertThat(decide("key-loan-rule",
				Map.of("houseState", "unknown", "emergencyUse", false, "agreedBeforehand", false)))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "true, false", "false, true" })
	void whoIsNotAccompaniedNeedsAWitness(boolean accompanied, boolean witness) throws IOException {
		Map<String, Object> row = decide("key-consent-rule", Map.of("accompaniedUse", accompanied)).getSingleResult()
			.getEntryMap();

		assertThat(row).containsEntry("witnessNeeded", witness).containsEntry("answerWithin", "24小时");
	}

	private static DmnDecisionResult decide(String table, Map<String, Object> inputs) throws IOException {
		try (InputStream file = Files.newInputStream(Path.of("processes/key", table + ".dmn"))) {
			return ENGINE.evaluateDecision(ENGINE.parseDecision(table, file), inputs);
		}
	}

}
