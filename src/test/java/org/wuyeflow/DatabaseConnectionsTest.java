package org.wuyeflow;

import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseConnectionsTest {

	@Test
	void operatorsUrlWinsWhereOnlySpeedDependsOnIt() {
		HikariDataSource dataSource = prepared("jdbc:mysql://db/wuyeflow?socketTimeout=60000&connectionTimeZone=LOCAL");
		assertThat(dataSource.getDataSourceProperties()).doesNotContainKey("socketTimeout")
			.containsEntry("connectTimeout", "3000")
			.containsEntry("connectionTimeZone", "+00:00");
	}

	@Test
	void h2FileMayBeNamedRelativeToTheWorkingDirectory() {
		assertThat(prepared("jdbc:h2:file:data/wuyeflow;CACHE_SIZE=1024").getJdbcUrl())
			.startsWith("jdbc:h2:file:" + Path.of("data/wuyeflow").toAbsolutePath() + ";CACHE_SIZE=1024;");
	}

	@Test
	void h2FileOfProductionIsAsDurableAsTheSamples() {
		assertThat(prepared("jdbc:h2:file:/data/wuyeflow").getJdbcUrl()).contains(";WRITE_DELAY=0")
			.contains(";DB_CLOSE_ON_EXIT=FALSE")
			.contains(";TIME ZONE=UTC");
	}

	private static HikariDataSource prepared(String url) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url);
		DatabaseConnections.prepare(dataSource);
		return dataSource;
	}

}
