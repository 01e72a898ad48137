package org.wuyeflow.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.office.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of the two tables, and what none of them knows.
 */
class MailDecisionTest {

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@CsvSource({ "residential, building", "office_building, full" })
	void everyOfficeKnowsWhoDoesWhatAndWhatTheBoardShows(String officeKind, String shown) {
		Map<String, Object> row = decide("mail-duty", Map.of("officeId", "any", "officeKind", officeKind))
			.getSingleResult()
			.getEntryMap();

		assertThat(row).containsEntry("keepRole", "mail-keeper")
			.containsEntry("tellRole", "front-desk")
			.containsEntry("superviseRole", "cs-supervisor")
			.containsEntry("incidentRole", "office-manager")
			.containsEntry("houseShown", shown);
		row.forEach((output, value) -> assertThat(output.endsWith("Role") ? Role.find((String) value).isPresent()
				: HouseShown.valueOf(shown.toUpperCase()) != null)
			.as(output)
			.isTrue());
	}

	@ParameterizedTest
	@CsvSource({ "false, ordinary, 4个工作小时, 3天, 7天, 1个月, 7天, 5天, 7天, 50",
			"false, registered, 4个工作小时, 3天, 7天, 1个月, 7天, 5天, 7天, 50",
			"false, express, 4个工作小时, 3天, 7天, 1个月, 7天, 5天, 7天, 50", "false, parcel, 4个工作小时, 3天, 7天, 1个月, 7天, 5天, 7天, 50",
			"false, official, 30个工作分钟, 1天, 3天, 1个月, 7天, 5天, 7天, 100",
			"true, parcel, 30个工作分钟, 4小时, 8小时, 1天, 1天, 12小时, 1天, 80",
			"true, official, 30个工作分钟, 4小时, 8小时, 1天, 1天, 12小时, 1天, 80" })
	void everyItemHasItsClock(boolean perishable, String kind, String tell, String second, String third,
			String announce, String afterNotice, String warn, String within, int priority) {
		Map<String, Object> row = decide("mail-clock", Map.of("perishable", perishable, "mailKind", kind))
			.getSingleResult()
			.getEntryMap();

		assertThat(row).isEqualTo(Map.of("tellWithin", tell, "tellAgainWithin", second, "tellLastWithin", third,
				"fetchWithin", announce, "claimWithin", afterNotice, "warnWithin", warn, "returnWithin", within,
				"mailPriority", priority));
		row.values()
			.stream()
			.filter(String.class::isInstance)
			.forEach((limit) -> assertThat(Limit.parse((String) limit)).hasToString((String) limit));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail-duty" })
	void officeOfAnotherKindHasNoRow(String table) {
		assertThat(decide(table, Map.of("officeId", "any", "officeKind", "school"))).isEmpty();
	}

	private static DmnDecisionResult decide(String table, Map<String, Object> facts) {
		try (InputStream file = Files.newInputStream(Path.of("processes/mail", table + ".dmn"))) {
			return ENGINE.evaluateDecision(ENGINE.parseDecision(table, file), facts);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
