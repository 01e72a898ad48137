package org.wuyeflow.record.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * The keys, the anchor, and the thread that seals.
 */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

	@Bean
	static LedgerKeys ledgerKeys(Environment environment) {
		return LedgerKeys.of(LedgerSettings.of(environment));
	}

	@Bean
	static Anchor ledgerAnchor(Environment environment, LedgerKeys keys) {
		return new Anchor(LedgerSettings.of(environment).anchorFile(), keys);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnProperty(name = "wuyeflow.ledger.seal", matchIfMissing = true)
	static class Sealing {

		private static final Logger logger = LoggerFactory.getLogger(Sealer.class);

		private final Sealer sealer;

		private boolean failing;

		Sealing(Sealer sealer) {
			this.sealer = sealer;
		}

		@Scheduled(fixedDelay = 1000)
		void seal() {
			try {
				this.sealer.seal();
				this.failing = false;
			}
			catch (DataAccessException | TransactionException ex) {
				if (!this.failing) {
					logger.warn("Nothing is sealed, tried again each second: {}", ex.getMessage());
				}
				this.failing = true;
			}
		}

		/** What this node wrote last need not wait for the next start. */
		@EventListener(ContextClosedEvent.class)
		void sealTheRest() {
			seal();
		}

	}

}
