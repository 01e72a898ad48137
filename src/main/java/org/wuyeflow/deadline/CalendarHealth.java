package org.wuyeflow.deadline;

import java.util.SortedSet;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says which years have no working calendar. The application is no less ready for it.
 */
@Component("workCalendar")
class CalendarHealth implements HealthIndicator {

	private final CalendarBook book;

	CalendarHealth(CalendarBook book) {
		this.book = book;
	}

	@Override
	public Health health() {
		SortedSet<Integer> missing = this.book.missingYears();
		return missing.isEmpty() ? Health.up().build()
				: Health.unknown().withDetail("yearsWithoutData", missing).build();
	}

}
