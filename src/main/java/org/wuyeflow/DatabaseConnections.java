package org.wuyeflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives every connection the switches that this application needs, so that the operator's
 * URL has to carry only an address. What it does carry wins, save for what correctness
 * rests on.
 */
@Component
final class DatabaseConnections implements BeanPostProcessor {

	/**
	 * Instants are stored in UTC whatever the zones of the host and of the server, and
	 * nobody looks into another schema of the same server.
	 */
	private static final Map<String, String> MYSQL_MUST = Map.of("connectionTimeZone", "+00:00",
			"forceConnectionTimeZoneToSession", "true", "characterEncoding", "UTF-8", "nullDatabaseMeansCurrent",
			"true");

	/**
	 * Fewer round trips, and no waiting for ever: on a dead network (in ms), or for a
	 * lock (in s), which has to give up before the network does.
	 */
	private static final Map<String, String> MYSQL_SHOULD = Map.of("useLocalSessionState", "true",
			"rewriteBatchedStatements", "true", "cacheServerConfiguration", "true", "elideSetAutoCommits", "true",
			"maintainTimeStats", "false", "cachePrepStmts", "true", "connectTimeout", "3000", "socketTimeout", "30000",
			"sessionVariables", "innodb_lock_wait_timeout=10");

	/**
	 * An acknowledged commit is in the file; the application closes it, not H2's hook.
	 */
	private static final Map<String, String> H2_MUST = Map.of("WRITE_DELAY", "0", "TIME ZONE", "UTC",
			"DB_CLOSE_ON_EXIT", "FALSE");

	private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:file:([^;]+)(.*)");

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource dataSource && dataSource.getJdbcUrl() != null) {
			prepare(dataSource);
		}
		return bean;
	}

	/** Sets the switches that go with the data source's URL. */
	static void prepare(HikariDataSource dataSource) {
		String url = dataSource.getJdbcUrl();
		if (url.startsWith("jdbc:mysql:")) {
			MYSQL_MUST.forEach(dataSource::addDataSourceProperty);
			MYSQL_SHOULD.forEach((key, value) -> {
				if (!url.contains(key + "=")) {
					dataSource.addDataSourceProperty(key, value);
				}
			});
		}
		else if (url.startsWith("jdbc:h2:")) {
			Matcher file = H2_FILE.matcher(url);
			// H2 takes no path relative to the working directory.
			String absolute = file.matches() ? "jdbc:h2:file:" + Path.of(file.group(1)).toAbsolutePath() + file.group(2)
					: url;
			StringBuilder complete = new StringBuilder(absolute);
			H2_MUST.forEach((key, value) -> {
				if (!url.contains(";" + key + "=")) {
					complete.append(';').append(key).append('=').append(value);
				}
			});
			dataSource.setJdbcUrl(complete.toString());
		}
	}

}
