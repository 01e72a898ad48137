package org.wuyeflow.process;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

class ModelDeploymentTest {

	@TempDir
	private Path classes;

	private static ProcessEngine engine;

	private RepositoryService repositoryService;

	@BeforeAll
	static void startEngine() {
		engine = new StandaloneInMemProcessEngineConfiguration().setProcessEngineName("deployment-test")
			.setJdbcUrl("jdbc:h2:mem:deployment-test")
			.buildProcessEngine();
	}

	@AfterAll
	static void stopEngine() {
		engine.close();
	}

	@BeforeEach
	void startWithoutDeployments() {
		this.repositoryService = engine.getRepositoryService();
		this.repositoryService.createDeploymentQuery()
			.list()
			.forEach((deployment) -> this.repositoryService.deleteDeployment(deployment.getId(), true));
	}

	@Test
	void everyModelAndFormIsOneDeploymentUnderItsPath() throws IOException {
		process("trial/one", "收到");
		process("other/two", "收到");
		form("trial/first-form", "一");
		write("processes/trial/notes.txt", "no model");
		deploy();
		Deployment deployment = this.repositoryService.createDeploymentQuery().singleResult();
		assertThat(this.repositoryService.getDeploymentResourceNames(deployment.getId())).containsExactlyInAnyOrder(
				"processes/trial/one.bpmn", "processes/other/two.bpmn", "forms/trial/first-form.form");
	}

	@Test
	void nothingIsDeployedWhereNothingChanged() throws IOException {
		process("trial/one", "收到");
		form("trial/first-form", "一");
		deploy();
		deploy();
		assertThat(this.repositoryService.createDeploymentQuery().count()).isEqualTo(1);
	}

	@Test
	void oneChangedFormDeploysEverythingAgain() throws IOException {
		process("trial/one", "收到");
		form("trial/first-form", "一");
		deploy();
		form("trial/first-form", "二");
		deploy();
		List<Deployment> deployments = this.repositoryService.createDeploymentQuery().list();
		assertThat(deployments).hasSize(2)
			.allSatisfy(
					(deployment) -> assertThat(this.repositoryService.getDeploymentResourceNames(deployment.getId()))
						.hasSize(2));
		assertThat(this.repositoryService.createProcessDefinitionQuery().processDefinitionKey("one").count())
			.isEqualTo(2);
	}

	@Test
	void withoutModelsNothingIsDeployed() {
		deploy();
		assertThat(this.repositoryService.createDeploymentQuery().count()).isZero();
	}

	private void deploy() {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, null)) {
			new ModelDeployment(this.repositoryService, new DefaultResourceLoader(loader)).deployWhereChanged();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private void process(String path, String event) throws IOException {
		String key = path.substring(path.lastIndexOf('/') + 1);
		write("processes/" + path + ".bpmn",
				Bpmn.convertToString(Bpmn.createExecutableProcess(key)
					.camundaHistoryTimeToLive(1)
					.startEvent("StartEvent_Trial")
					.name(event)
					.endEvent("EndEvent_Trial")
					.done()));
	}

	private void form(String path, String text) throws IOException {
		String key = path.substring(path.lastIndexOf('/') + 1);
		write("forms/" + path + ".form",
				"{\"id\":\"%s\",\"type\":\"default\",\"components\":[{\"type\":\"text\",\"text\":\"%s\"}]}"
					.formatted(key, text));
	}

	private void write(String path, String content) throws IOException {
		Path file = this.classes.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
