package org.wuyeflow.record;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each night for what must be erased. Any number of nodes may do so at once.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "wuyeflow.retention.erase", matchIfMissing = true)
class RetentionJob {

	private final Retention retention;

	RetentionJob(Retention retention) {
		this.retention = retention;
	}

	@Scheduled(cron = "0 20 2 * * *", zone = "${wuyeflow.zone}")
	void eraseDue() {
		this.retention.eraseDue();
	}

}
