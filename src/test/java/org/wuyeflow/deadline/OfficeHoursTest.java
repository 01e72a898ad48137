package org.wuyeflow.deadline;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OfficeHoursTest {

	@Test
	void usualDayHasSevenHoursAndAHalf() {
		assertThat(OfficeHours.USUAL.daily()).isEqualTo(Duration.ofMinutes(450));
		assertThat(OfficeHours.USUAL.shown()).isEqualTo("08:30–12:00、13:30–17:30");
	}

	@ParameterizedTest
	@ValueSource(strings = { "08:30-12:00,13:30-17:30", "8:30–12:00、13:30–17:30", " 08:30 - 12:00 ， 13:30 至 17:30 ",
			"08：30－12：00；13：30~17：30" })
	void hoursAreReadAsTheyAreTyped(String text) {
		assertThat(OfficeHours.parse(text.replace('－', '-'))).isEqualTo(OfficeHours.USUAL);
		assertThat(OfficeHours.parse(OfficeHours.USUAL.shown())).isEqualTo(OfficeHours.USUAL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "08:30", "08:30-08:30", "12:00-08:30", "08:30-12:00,", "13:30-17:30,08:30-12:00",
			"08:30-12:00,11:00-17:30", "08:30-12:00,12:00-17:30", "08:30-24:00", "25:00-26:00", "08:60-12:00", "全天" })
	void hoursOutOfOrderAreRefused(String text) {
		assertThatThrownBy(() -> OfficeHours.parse(text)).isInstanceOf(Refusal.class).hasMessageContaining("办公时间");
	}

}
