package org.wuyeflow.notify;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WeekdayHoursTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final WeekdayHours hours = new WeekdayHours(Clock.system(ZONE));

	// 2026-03-06 is a Friday.
	@ParameterizedTest
	@CsvSource({ "2026-03-06T08:29, 2026-03-06T08:30", "2026-03-06T08:30, 2026-03-06T08:30",
			"2026-03-06T17:29, 2026-03-06T17:29", "2026-03-06T17:30, 2026-03-09T08:30",
			"2026-03-07T10:00, 2026-03-09T08:30", "2026-03-08T23:59, 2026-03-09T08:30",
			"2026-03-09T00:00, 2026-03-09T08:30", "2026-03-09T18:00, 2026-03-10T08:30" })
	void whatCanWaitWaitsForTheNextWorkingHour(LocalDateTime from, LocalDateTime next) {
		assertThat(this.hours.next("cuihu", from.atZone(ZONE).toInstant())).isEqualTo(next.atZone(ZONE).toInstant());
	}

}
