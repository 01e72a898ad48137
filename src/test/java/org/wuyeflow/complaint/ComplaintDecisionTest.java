package org.wuyeflow.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of the four tables, and what none of them knows.
 */
class ComplaintDecisionTest {

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@CsvSource({ "opinion, outside, front-desk, vice-president", "opinion, outside, engineering, vice-president",
			"suggestion, outside, front-desk, company-department", "opinion, office, front-desk, cs-supervisor",
			"suggestion, office, steward, cs-supervisor", "opinion, office, information-clerk, cs-supervisor",
			"opinion, office, cs-assistant, cs-supervisor", "opinion, office, key-keeper, cs-supervisor",
			"suggestion, office, mail-keeper, cs-supervisor", "opinion, office, security, department-manager",
			"suggestion, office, engineering, department-manager", "opinion, office, cleaning, department-manager",
			"opinion, office, greening, department-manager", "opinion, office, cs-supervisor, assistant-manager",
			"opinion, office, cs-lead, assistant-manager", "opinion, office, department-manager, assistant-manager",
			"suggestion, office, cs-supervisor, office-manager", "suggestion, office, cs-lead, office-manager",
			"suggestion, office, department-manager, office-manager",
			"opinion, office, assistant-manager, office-manager", "suggestion, office, office-manager, office-manager",
			"opinion, office, quality-management, office-manager",
			"opinion, office, company-department, office-manager", "opinion, office, vice-president, office-manager",
			"suggestion, office, general-manager, office-manager" })
	void superiorOfTheReceiverJudges(String edition, String source, String receiver, String superior) {
		assertThat(decide("complaint-superior", Map.of("edition", edition, "source", source, "receiverRole", receiver))
			.getSingleResult()
			.<String>getEntry("superiorRole")).isEqualTo(superior);
	}

	@Test
	void auditorHasNoSuperiorForComplaints() {
		assertThat(decide("complaint-superior",
				Map.of("edition", "opinion", "source", "office", "receiverRole", "auditor")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "opinion, office, 1, normal, complaint-followup, department, none, none, cs-lead, department, false",
			"opinion, office, 1, large, complaint-followup, department, none, none, cs-lead, department, false",
			"opinion, office, 2, normal, customer-opinion, information-clerk, none, none, cs-lead, department, false",
			"opinion, office, 2, large, customer-opinion, information-clerk, developer, none, cs-lead, department, false",
			"opinion, office, 3, normal, duty-log, department, none, none, cs-lead, department, true",
			"opinion, office, 3, large, duty-log, department, special, none, cs-lead, department, true",
			"opinion, outside, 1, large, complaint-followup, department, none, vice-president, cs-lead, department, false",
			"opinion, outside, 2, normal, customer-opinion, information-clerk, developer, vice-president, cs-lead, department, false",
			"opinion, outside, 3, large, duty-log, department, special, vice-president, cs-lead, department, true",
			"suggestion, office, 1, normal, complaint-record, department, none, company-department, cs-supervisor, company-department, false",
			"suggestion, office, 2, normal, leftover-works, cs-assistant, none, none, cs-supervisor, none, false",
			"suggestion, office, 2, large, leftover-works, cs-assistant, company, company-department, cs-supervisor, company-department, false",
			"suggestion, office, 3, normal, duty-log, department, none, none, cs-supervisor, none, true",
			"suggestion, office, 3, large, duty-log, department, special, none, cs-supervisor, none, true",
			"suggestion, outside, 1, normal, complaint-record, department, none, general-manager, company-department, cs-supervisor, false",
			"suggestion, outside, 2, large, leftover-works, cs-assistant, company, general-manager, company-department, cs-supervisor, false",
			"suggestion, outside, 3, normal, duty-log, department, special, general-manager, company-department, cs-supervisor, true" })
	void routingNamesTheRecordAndWhereItGoes(String edition, String source, String complaintClass, String effect,
			String form, String recorder, String reportTo, String copiedTo, String original, String copy,
			boolean publish) {
		assertThat(decide("complaint-routing",
				Map.of("edition", edition, "source", source, "complaintClass", complaintClass, "effect", effect))
			.getSingleResult()
			.getEntryMap()).containsOnly(Map.entry("recordForm", form), Map.entry("recorderRole", recorder),
					Map.entry("reportTo", reportTo), Map.entry("copiedTo", copiedTo),
					Map.entry("originalHolderRole", original), Map.entry("copyHolderRole", copy),
					Map.entry("publishResult", publish));
	}

	@Test
	void routingKnowsNoFourthClass() {
		assertThat(decide("complaint-routing",
				Map.of("edition", "opinion", "source", "office", "complaintClass", "4", "effect", "normal")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "opinion, office-manager, vice-president, cs-lead, assistant-manager, none",
			"suggestion, company-department, general-manager, company-department, office-manager, general-manager" })
	void authorityIsNamedByTheEdition(String edition, String authority, String top, String tracker, String verifier,
			String copied) {
		assertThat(decide("complaint-authority", Map.of("edition", edition)).getSingleResult().getEntryMap())
			.containsOnly(Map.entry("authorityRole", authority), Map.entry("topRole", top),
					Map.entry("trackerRole", tracker), Map.entry("verifierRole", verifier),
					Map.entry("copiedRole", copied));
	}

	@Test
	void noAuthorityForAnEditionThatIsNotInForce() {
		assertThat(decide("complaint-authority", Map.of("edition", "third"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "opinion, office, none, false, 30个工作分钟, -, assistant-manager, office-manager",
			"opinion, office, 1, false, 30个工作分钟, 2个工作日, assistant-manager, vice-president",
			"opinion, office, 1, true, 30个工作分钟, 3个工作日, office-manager, vice-president",
			"opinion, office, 2, false, 4个工作小时, 7个工作日, assistant-manager, vice-president",
			"opinion, office, 2, true, 4个工作小时, 10个工作日, office-manager, vice-president",
			"opinion, office, 3, false, 4个工作小时, 10个工作日, assistant-manager, vice-president",
			"opinion, office, 3, true, 4个工作小时, 15个工作日, office-manager, vice-president",
			"opinion, outside, none, false, 4个工作小时, -, general-manager, general-manager",
			"opinion, outside, 2, true, 4个工作小时, 5个工作日, vice-president, general-manager",
			"suggestion, office, none, false, 30个工作分钟, -, office-manager, company-department",
			"suggestion, office, 1, false, 30个工作分钟, 2个工作日, office-manager, company-department",
			"suggestion, office, 1, true, 30个工作分钟, 3个工作日, company-department, general-manager",
			"suggestion, office, 2, false, 4个工作小时, 7个工作日, office-manager, company-department",
			"suggestion, office, 2, true, 4个工作小时, 10个工作日, company-department, general-manager",
			"suggestion, office, 3, false, 4个工作小时, 10个工作日, office-manager, company-department",
			"suggestion, office, 3, true, 4个工作小时, 15个工作日, company-department, general-manager",
			"suggestion, outside, none, false, 4个工作小时, -, general-manager, general-manager",
			"suggestion, outside, 2, true, 4个工作小时, 5个工作日, general-manager, general-manager" })
	void limitsDependOnClassDifficultyAndSource(String edition, String source, String complaintClass, boolean difficult,
			String respond, String resolve, String escalation, String second) {
		assertThat(decide("complaint-deadline",
				Map.of("edition", edition, "source", source, "complaintClass", complaintClass, "difficult", difficult))
			.getSingleResult()
			.getEntryMap()).containsOnly(Map.entry("respondWithin", respond), Map.entry("resolveWithin", resolve),
					Map.entry("warnAtPercent", 75), Map.entry("escalationRole", escalation),
					Map.entry("secondAtPercent", 150), Map.entry("secondRole", second));
	}

	@Test
	void noLimitForAClassThatIsUnknown() {
		assertThat(decide("complaint-deadline",
				Map.of("edition", "opinion", "source", "office", "complaintClass", "4", "difficult", false)))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "complaint-superior:8", "complaint-routing:16", "complaint-authority:2",
			"complaint-deadline:18" })
	void tableHasTheRowsThatAreTriedHere(String table) throws IOException {
		String[] parts = table.split(":");
		try (InputStream file = file(parts[0])) {
			assertThat(List.copyOf(Dmn.readModelFromStream(file).getModelElementsByType(Rule.class)))
				.hasSize(Integer.parseInt(parts[1]));
		}
	}

	private static DmnDecisionResult decide(String table, Map<String, Object> inputs) {
		try (InputStream file = file(table)) {
			DmnDecision decision = ENGINE.parseDecision(table, file);
			return ENGINE.evaluateDecision(decision, inputs);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InputStream file(String table) {
		return ComplaintDecisionTest.class.getResourceAsStream("/processes/complaint/" + table + ".dmn");
	}

}
