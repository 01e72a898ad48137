package org.wuyeflow.record;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class QualityFormTest {

	private static final Set<Class<?>> RECORDS = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.wuyeflow")
		.stream()
		.filter((type) -> type.isAnnotatedWith(RecordOf.class))
		.map((type) -> (Class<?>) type.reflect())
		.collect(Collectors.toSet());

	@Test
	void masterListHasEveryRegister() {
		assertThat(Arrays.stream(QualityForm.values()).map(QualityForm::slug)).containsExactly("key-list",
				"key-entrustment", "mail-receipt", "complaint-followup", "customer-opinion", "complaint-record",
				"leftover-works", "duty-log", "service-followup", "community-activity", "service-report",
				"work-briefing", "committee-minutes", "customer-meeting", "opinion-survey", "customer-visit",
				"complaint-summary", "errand", "customer-data-access", "property-entrustment", "care-scheme",
				"care-spotcheck", "house-takeover");
	}

	@Test
	void serialsOfDifferentFormsLookDifferent() {
		assertThat(Arrays.stream(QualityForm.values()).map(QualityForm::serialPrefix)).doesNotHaveDuplicates()
			.doesNotContain("TS")
			.allMatch((prefix) -> prefix.matches("[A-Z]{2}"));
	}

	@Test
	void columnsFollowTheOrderOfTheForm() {
		assertThat(Register.of(DutyLogEntry.class).columns()).extracting(RegisterColumn::label)
			.containsExactly("编号", "业务编号", "房号", "登记时间", "登记人", "状态", "发生时间", "事项", "处理情况");
		assertThat(QualityForm.ofSlug("duty-log")).contains(QualityForm.DUTY_LOG);
		assertThat(QualityForm.ofSlug("DUTY_LOG")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(QualityForm.class)
	void formOfALaterProcedureHasItsColumnsOnPaperUntilAnEntityHoldsThem(QualityForm form) {
		Set<QualityForm> elsewhere = EnumSet.of(QualityForm.KEY_LIST, QualityForm.KEY_ENTRUSTMENT,
				QualityForm.MAIL_RECEIPT, QualityForm.COMPLAINT_SUMMARY);
		boolean held = RECORDS.stream().anyMatch((record) -> Register.formOf(record) == form);
		List<RegisterColumn> onPaper = PaperForms.columns(form);
		if (held || elsewhere.contains(form)) {
			assertThat(onPaper).isEmpty();
		}
		else {
			assertThat(onPaper).hasSizeGreaterThan(8);
			assertThat(onPaper).extracting(RegisterColumn::label).doesNotHaveDuplicates();
			assertThat(onPaper.stream().filter(RegisterColumn::listed)).hasSizeBetween(4, 8);
		}
		assertThat(form.signatures()).isNotEmpty();
	}

}
