package org.wuyeflow.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
 * Every row of the tables, and what they do not know.
 */
class KeyDecisionTest {

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@CsvSource({ "notMovedIn, false, false, none, 12小时", "notMovedIn, true, false, none, 12小时",
			"movedIn, false, false, consent, -", "movedIn, false, true, none, -", "movedIn, true, false, order, 12小时",
			"movedIn, true, true, order, 12小时" })
	void loanNeedsWhosePermissionForHowLong(String house, boolean emergency, boolean agreed, String permission,
			String longest) throws IOException {
		Map<String, Object> row = decide("key-loan-rule",
				Map.of("houseState", house, "emergencyUse", emergency, "agreedBeforehand", agreed))
			.getSingleResult()
			.getEntryMap();

		assertThat(row).containsEntry("permission", permission).containsEntry("returnWithin", longest);
		assertThat(row.keySet()).contains("freshAfter", "remindBefore", "recallWithin", "managerAfter",
				"tellOwnerWithin");
		row.entrySet()
			.stream()
			.filter((output) -> !output.getKey().equals("permission") && !output.getValue().equals("-"))
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

	@ParameterizedTest
	@CsvSource({ "promised, 7天", "not_reached, 3天", "prolonged, -" })
	void ownerIsAskedAgain(String result, String after) throws IOException {
		assertThat(decide("key-chase-rule", Map.of("chaseResult", result)).getSingleResult().getEntryMap())
			.isEqualTo(Map.of("askAgainWithin", after));
	}

	@ParameterizedTest
	@CsvSource({ "lost, 2个工作小时, 3个工作日", "copied, 2个工作小时, 3个工作日", "damaged, 1个工作日, 5个工作日", "mismatch, 4个工作小时, 3个工作日",
			"surplus, 1个工作日, 5个工作日" })
	void incidentIsToldAndConcluded(String type, String tell, String resolve) throws IOException {
		assertThat(decide("key-incident-rule", Map.of("incidentType", type)).getSingleResult().getEntryMap())
			.isEqualTo(Map.of("tellOwnerWithin", tell, "resolveWithin", resolve));
	}

	@Test
	void everyKindOfIncidentHasItsRow() throws IOException {
		for (IncidentKind kind : IncidentKind.values()) {
			assertThat(decide("key-incident-rule", Map.of("incidentType", kind.name().toLowerCase(Locale.ROOT))))
				.as(kind.label())
				.hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "false, 3个工作日", "true, 1个工作日" })
	void cabinetIsCounted(boolean handover, String within) throws IOException {
		assertThat(decide("key-stocktake-rule", Map.of("handover", handover)).getSingleResult().getEntryMap())
			.isEqualTo(Map.of("countWithin", within));
	}

	private static DmnDecisionResult decide(String table, Map<String, Object> inputs) throws IOException {
		try (InputStream file = Files.newInputStream(Path.of("processes/key", table + ".dmn"))) {
			return ENGINE.evaluateDecision(ENGINE.parseDecision(table, file), inputs);
		}
	}

}
