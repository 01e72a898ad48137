package org.wuyeflow.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.wuyeflow.Refusal;
import org.wuyeflow.StartRefusal;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.stereotype.Component;

/**
 * Deploys every model, decision table and form of the application as one deployment, so
 * that each version of a process keeps the forms and tables it was made with. Where not
 * one of them differs from what was deployed last, nothing is deployed.
 */
@Component
public class ModelDeployment {

	private static final String NAME = "wuyeflow";

	private static final Map<String, List<String>> FOLDERS = Map.of("processes", List.of("bpmn", "dmn"), "forms",
			List.of("form"));

	private final RepositoryService repositoryService;

	private final ResourcePatternResolver resources;

	ModelDeployment(RepositoryService repositoryService, ResourceLoader loader) {
		this.repositoryService = repositoryService;
		this.resources = ResourcePatternUtils.getResourcePatternResolver(loader);
	}

	/**
	 * Deploys what is new. Nodes that start together must not call this at once.
	 * @throws StartRefusal where a table or a model gives a limit that cannot be read
	 */
	public void deployWhereChanged() {
		SortedMap<String, byte[]> models = models();
		String print = print(models);
		if (!models.isEmpty() && !print.equals(lastPrint())) {
			DeploymentBuilder deployment = this.repositoryService.createDeployment().name(NAME).source(print);
			models.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
			try {
				deployment.deploy();
			}
			catch (Refusal ex) {
				throw new StartRefusal(ex.getMessage(), "a model has a limit that cannot be read.");
			}
		}
	}

	private String lastPrint() {
		return this.repositoryService.createDeploymentQuery()
			.deploymentName(NAME)
			.orderByDeploymentTime()
			.desc()
			.listPage(0, 1)
			.stream()
			.findFirst()
			.map(Deployment::getSource)
			.orElse(null);
	}

	/**
	 * The files by the name they are deployed under, the same from a jar as from an IDE.
	 */
	private SortedMap<String, byte[]> models() {
		SortedMap<String, byte[]> models = new TreeMap<>();
		FOLDERS.forEach((folder, endings) -> endings.forEach((ending) -> collect(folder, ending, models)));
		return models;
	}

	private void collect(String folder, String ending, SortedMap<String, byte[]> models) {
		try {
			for (Resource file : this.resources.getResources("classpath*:" + folder + "/**/*." + ending)) {
				String address = file.getURL().toString();
				String name = address.substring(address.lastIndexOf("/" + folder + "/") + 1);
				models.put(name, file.getContentAsByteArray());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Models in '" + folder + "' cannot be read", ex);
		}
	}

	private static String print(SortedMap<String, byte[]> models) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			models.forEach((name, content) -> {
				digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
				digest.update(content);
			});
			return "sha256:" + HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
