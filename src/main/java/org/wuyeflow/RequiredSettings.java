package org.wuyeflow;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Refuses a start that does not say which database it runs on: without this, Spring Boot
 * would quietly take one in memory.
 */
final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		List<String> missing = missing(event.getEnvironment());
		if (!missing.isEmpty()) {
			throw new StartRefusal(
					"缺少设置 " + String.join("、", missing) + "（正式数据库的地址、用户名和口令）；只是试用请加参数 --spring.profiles.active=demo。",
					String.join(", ", missing) + " not set (the production database's URL, user and password);"
							+ " to try the sample, add --spring.profiles.active=demo.");
		}
	}

	private static List<String> missing(Environment environment) {
		List<String> missing = new ArrayList<>();
		String url = environment.getProperty("spring.datasource.url", "");
		if (url.isBlank()) {
			missing.add("SPRING_DATASOURCE_URL");
		}
		if (environment.getProperty("spring.datasource.username", "").isBlank() && !url.contains("user=")) {
			missing.add("SPRING_DATASOURCE_USERNAME");
		}
		if (environment.getProperty("spring.datasource.password") == null && !url.contains("password=")) {
			missing.add("SPRING_DATASOURCE_PASSWORD");
		}
		return missing;
	}

}
