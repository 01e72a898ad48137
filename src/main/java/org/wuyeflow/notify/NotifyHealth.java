package org.wuyeflow.notify;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How many messages wait and how many were given up within a week. Such a node is as
 * ready as any other: the operator reads the detail.
 */
@Component("notifyHealthIndicator")
class NotifyHealth extends AbstractHealthIndicator {

	private static final Duration REMEMBERED = Duration.ofDays(7);

	private final Outbox outbox;

	private final Clock clock;

	NotifyHealth(Outbox outbox, Clock clock) {
		super("The outbox cannot be read");
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		health.up()
			.withDetail("waiting", this.outbox.waiting())
			.withDetail("givenUpWithinAWeek", this.outbox.givenUpSince(this.clock.instant().minus(REMEMBERED)));
	}

}
