package org.wuyeflow.record.ledger;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How far the ledger is sealed and anchored. Such a node is as ready as any other: the
 * operator reads the detail.
 */
@Component("ledgerHealthIndicator")
class LedgerHealth extends AbstractHealthIndicator {

	private final LedgerTables tables;

	private final Sealer sealer;

	private final Anchor anchor;

	private final Clock clock;

	LedgerHealth(LedgerTables tables, Sealer sealer, Anchor anchor, Clock clock) {
		super("The ledger cannot be read");
		this.tables = tables;
		this.sealer = sealer;
		this.anchor = anchor;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		health.up()
			.withDetail("head", this.tables.last().map(Seal::block).orElse(0L))
			.withDetail("unsealedForSeconds",
					this.tables.oldestUnsealed()
						.map((oldest) -> Duration.between(oldest, this.clock.instant()).toSeconds())
						.orElse(0L))
			.withDetail("trouble", this.sealer.trouble())
			.withDetail("anchor",
					!this.anchor.isNamed() ? "none" : this.anchor.works() ? "works" : "cannot be written");
	}

}
