package org.wuyeflow.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table with a limit that nobody can read, sent over REST by who may deploy.
 */
@IntegrationTest
class DeadlineTablesIT {

	private static final Path TABLE = Path.of("processes", "complaint", "complaint-deadline.dmn");

	@LocalServerPort
	int port;

	@Autowired
	RepositoryService repository;

	@Test
	void tableThatCannotBeReadIsNotDeployed() throws IOException {
		long before = this.repository.createDeploymentQuery().count();

		HttpResponse<String> answer = deploy("complaint-deadline.dmn",
				Files.readString(TABLE).replaceFirst("2个工作日", "2工作天"));

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(answer.body()).contains("决策表 complaint-deadline.dmn 第 2 行「办结」的 \\\"2工作天\\\" 看不懂");
		assertThat(this.repository.createDeploymentQuery().count()).isEqualTo(before);
	}

	private HttpResponse<String> deploy(String name, String content) {
		return Visitor.loggedIn(this.port, "admin")
			.with("X-Requested-With", "XMLHttpRequest")
			.upload("/engine-rest/deployment/create", Map.of("deployment-name", "trial"), name,
					content.getBytes(StandardCharsets.UTF_8));
	}

}
