package org.wuyeflow.record;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who reads which register, written down once more beside the master list. Of each form:
 * the posts of the office that may see personal data, and those that read it masked. The
 * managers of the office see, the company's posts and the auditor read masked, always.
 */
class FormReadersTest {

	static final String TABLE = """
			key-list               | front-desk key-keeper                               |
			key-entrustment        | front-desk key-keeper                               |
			mail-receipt           | front-desk mail-keeper security                     |
			complaint-followup     | front-desk steward information-clerk cs-assistant   | key-keeper mail-keeper security engineering cleaning greening
			customer-opinion       | front-desk steward information-clerk cs-assistant   | security engineering cleaning greening
			complaint-record       | front-desk steward information-clerk cs-assistant   | key-keeper mail-keeper security engineering cleaning greening
			leftover-works         | front-desk steward information-clerk cs-assistant   | security engineering cleaning greening
			duty-log               | front-desk steward information-clerk cs-assistant   | key-keeper mail-keeper security engineering cleaning greening
			service-followup       | front-desk steward information-clerk cs-assistant   | security engineering cleaning greening
			community-activity     | front-desk steward information-clerk cs-assistant   | key-keeper mail-keeper security engineering cleaning greening
			service-report         | front-desk steward information-clerk cs-assistant   | key-keeper mail-keeper security engineering cleaning greening
			work-briefing          | front-desk steward information-clerk cs-assistant   |
			committee-minutes      | front-desk steward information-clerk cs-assistant   | key-keeper mail-keeper security engineering cleaning greening
			customer-meeting       | front-desk steward information-clerk cs-assistant   |
			opinion-survey         | front-desk steward information-clerk cs-assistant   |
			customer-visit         | front-desk steward information-clerk cs-assistant   |
			complaint-summary      | front-desk steward information-clerk cs-assistant   |
			errand                 | front-desk steward information-clerk cs-assistant   |
			customer-data-access   | information-clerk                                   |
			property-entrustment   | front-desk steward                                  |
			care-scheme            | front-desk steward                                  |
			care-spotcheck         | front-desk steward                                  |
			house-takeover         | front-desk steward                                  | engineering
			""";

	private static final Set<String> MANAGERS = Set.of("cs-supervisor", "cs-lead", "department-manager",
			"assistant-manager", "office-manager");

	private static final Set<String> COMPANY = Set.of("quality-management", "company-department", "vice-president",
			"general-manager", "auditor");

	/** What a post may do with the register of its office. */
	enum Right {

		NOTHING, MASKED, UNMASKED, MANAGES

	}

	/** What the table says. */
	static Right right(String form, String role) {
		String[] row = TABLE.lines()
			.map((line) -> line.split("\\|", -1))
			.filter((cells) -> cells[0].strip().equals(form))
			.findFirst()
			.orElseThrow();
		if (MANAGERS.contains(role)) {
			return Right.MANAGES;
		}
		if (List.of(row[1].strip().split(" ")).contains(role)) {
			return Right.UNMASKED;
		}
		return (COMPANY.contains(role) || List.of(row[2].strip().split(" ")).contains(role)) ? Right.MASKED
				: Right.NOTHING;
	}

	static List<String> forms() {
		return TABLE.lines().map((line) -> line.split("\\|")[0].strip()).toList();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void rightsAreWhatTheTableSays(String slug) {
		FormReaders readers = QualityForm.ofSlug(slug).orElseThrow().readers();
		for (Role role : Role.values()) {
			Staff staff = new Staff("x", "某某", Set.of(role.id()), Set.of("cuihu"));
			Right right = right(slug, role.id());
			assertThat(readers.reads(staff, "cuihu")).as(role.id()).isEqualTo(right != Right.NOTHING);
			assertThat(readers.unmasks(staff, "cuihu")).as(role.id())
				.isEqualTo(right == Right.UNMASKED || right == Right.MANAGES);
			assertThat(readers.proposes(staff, "cuihu")).as(role.id())
				.isEqualTo(right == Right.UNMASKED || right == Right.MANAGES);
			assertThat(readers.confirms(staff, "cuihu")).as(role.id()).isEqualTo(right == Right.MANAGES);
			assertThat(List.of(readers.reads(staff, "jinmao"), readers.unmasks(staff, "jinmao"),
					readers.proposes(staff, "jinmao"), readers.confirms(staff, "jinmao")))
				.as(role.id() + " at the other office")
				.containsOnly(false);
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void whoeverHoldsNoPostReadsNothing(String slug) {
		Staff administrator = new Staff("x", "某某", Set.of(Role.ADMINISTRATORS), Set.of("cuihu"));
		assertThat(QualityForm.ofSlug(slug).orElseThrow().readers().reads(administrator, "cuihu")).isFalse();
		assertThat(Arrays.stream(QualityForm.values()).map(QualityForm::slug)).containsExactlyElementsOf(forms());
	}

}
