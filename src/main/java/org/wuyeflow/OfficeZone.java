package org.wuyeflow;

import java.time.ZoneId;
import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes the offices' zone ({@code wuyeflow.zone}) the zone of the whole JVM, before
 * anything is logged: the engine's cron times, limits in days and the log follow it,
 * whatever the host's zone is.
 */
final class OfficeZone implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		ZoneId zone = environment.getProperty("wuyeflow.zone", ZoneId.class);
		if (zone != null) {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
		}
	}

}
