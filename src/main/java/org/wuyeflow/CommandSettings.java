package org.wuyeflow;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The settings of the application for a command that does without the application: the
 * same files, environment variables, options and profiles.
 */
public final class CommandSettings {

	private final Environment environment;

	private CommandSettings(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Reads them.
	 * @param options options of the command line, such as
	 * {@code --spring.profiles.active=demo}
	 * @throws StartRefusal where the database is not named; the reason is printed already
	 */
	public static CommandSettings read(List<String> options) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
			.web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.listeners(new RequiredSettings())
			.run(options.toArray(String[]::new))) {
			return new CommandSettings(context.getEnvironment());
		}
	}

	/** All settings. */
	public Environment environment() {
		return this.environment;
	}

	/** The database's address, without user and password. */
	public String databaseUrl() {
		return dataSource().getJdbcUrl().replaceAll("[?;].*", "");
	}

	/** Opens a connection as the application does, to a database that must exist. */
	public Connection connect() throws SQLException {
		HikariDataSource settings = dataSource();
		Properties properties = new Properties();
		properties.putAll(settings.getDataSourceProperties());
		properties.setProperty("user", settings.getUsername());
		properties.setProperty("password", settings.getPassword());
		String url = settings.getJdbcUrl();
		return DriverManager.getConnection(url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url, properties);
	}

	private HikariDataSource dataSource() {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(this.environment.getRequiredProperty("spring.datasource.url"));
		dataSource.setUsername(this.environment.getProperty("spring.datasource.username", ""));
		dataSource.setPassword(this.environment.getProperty("spring.datasource.password", ""));
		DatabaseConnections.prepare(dataSource);
		return dataSource;
	}

	/** An application of no beans. */
	static final class Nothing {

	}

}
