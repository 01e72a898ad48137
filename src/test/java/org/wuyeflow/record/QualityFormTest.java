package org.wuyeflow.record;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QualityFormTest {

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

}
