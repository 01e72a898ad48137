package org.wuyeflow.support;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class TestDatabaseIT {

	@Autowired
	DataSource dataSource;

	@Autowired
	RepositoryService repository;

	@Test
	void applicationRunsOnTheDatabaseOfThisRun() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(connection.getMetaData().getDatabaseProductName())
				.isEqualTo(TestDatabase.onMySql() ? "MySQL" : "H2");
		}
		assertThat(this.repository.createDeploymentQuery().count()).isNotNegative();
	}

}
