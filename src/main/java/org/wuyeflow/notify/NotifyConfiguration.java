package org.wuyeflow.notify;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The settings, and the thread that sends.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotifySettings.class)
class NotifyConfiguration {

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnProperty(name = "wuyeflow.notify.dispatch", matchIfMissing = true)
	static class Dispatching {

		private final Dispatcher dispatcher;

		private final OwnerMail ownerMail;

		Dispatching(Dispatcher dispatcher, OwnerMail ownerMail) {
			this.dispatcher = dispatcher;
			this.ownerMail = ownerMail;
		}

		@Scheduled(fixedDelay = 5000)
		void sendDue() {
			this.dispatcher.sendDue();
			this.ownerMail.sendDue();
		}

	}

}
