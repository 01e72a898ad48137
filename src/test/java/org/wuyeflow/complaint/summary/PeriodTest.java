package org.wuyeflow.complaint.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@ParameterizedTest
	@CsvSource({ "WEEK, 2026-11-16, 2026-11-16, 2026-11-22", "WEEK, 2026-11-22, 2026-11-16, 2026-11-22",
			"WEEK, 2027-01-01, 2026-12-28, 2027-01-03", "WEEK, 2026-12-31, 2026-12-28, 2027-01-03",
			"MONTH, 2026-12-31, 2026-12-01, 2026-12-31", "MONTH, 2028-02-01, 2028-02-01, 2028-02-29" })
	void everyDayBelongsToOnePeriodOfAKind(PeriodKind kind, LocalDate day, LocalDate first, LocalDate last) {
		Period period = Period.of(kind, day);

		assertThat(period.first()).isEqualTo(first);
		assertThat(period.last()).isEqualTo(last);
		assertThat(period.next().previous()).isEqualTo(period);
		assertThat(period.ends(ZONE)).isEqualTo(period.next().begins(ZONE));
	}

	@Test
	void dayEndsAtMidnightOnTheOfficesClock() {
		Period october = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 10, 9));

		assertThat(october.begins(ZONE)).isEqualTo(Instant.parse("2026-09-30T16:00:00Z"));
		assertThat(october.ends(ZONE)).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "WEEK, 2026-11-16, 2026年11月16日至11月22日", "WEEK, 2026-12-28, 2026年12月28日至2027年1月3日",
			"MONTH, 2026-10-05, 2026年10月" })
	void isCalledAsPeopleCallIt(PeriodKind kind, LocalDate day, String label) {
		assertThat(Period.of(kind, day).label()).isEqualTo(label);
	}

}
