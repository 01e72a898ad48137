package org.wuyeflow.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.junit.jupiter.api.Test;
import org.wuyeflow.conventions.Models.Source;
import org.wuyeflow.support.Browser;

/**
 * Draws each plane of each model into {@code docs/procedures} with bpmn-js, fetched by
 * npm, and writes down which model each picture shows. Run by name:
 * {@code ./mvnw test -Dtest=ModelPictures}.
 */
class ModelPictures {

	static final Path FOLDER = Path.of("docs/procedures");

	/** A line for each picture: its name, and the hash of the model that it shows. */
	static final Path LIST = FOLDER.resolve("pictures.txt");

	private static final String BPMN_JS = "bpmn-js@18.31.1";

	private static final Path TOOL = Path.of("target/bpmn-js");

	@Test
	void draw() throws IOException, InterruptedException {
		fetch();
		try (Browser browser = Browser.open(0, "ModelPictures")) {
			browser.run(Files.readString(TOOL.resolve("package/dist/bpmn-viewer.production.min.js"))
					+ "; window.BpmnJS = BpmnJS || this.BpmnJS;");
			for (Source<BpmnModelInstance> source : Models.processes()) {
				for (BpmnPlane plane : planes(source)) {
					Files.write(FOLDER.resolve(name(source, plane)), draw(browser, source, plane));
				}
			}
		}
		Files.write(LIST, expected().entrySet().stream().map((line) -> line.getKey() + " " + line.getValue()).toList());
	}

	/** The pictures that there must be, each with the hash of its model. */
	static SortedMap<String, String> expected() throws IOException {
		SortedMap<String, String> pictures = new TreeMap<>();
		for (Source<BpmnModelInstance> source : Models.processes()) {
			String hash = hash(Files.readAllBytes(source.path()));
			planes(source).forEach((plane) -> pictures.put(name(source, plane), hash));
		}
		return pictures;
	}

	private static List<BpmnPlane> planes(Source<BpmnModelInstance> source) {
		return List.copyOf(source.model().getModelElementsByType(BpmnPlane.class));
	}

	private static String name(Source<BpmnModelInstance> source, BpmnPlane plane) {
		return plane.getBpmnElement() instanceof Process ? source.name() + ".png" : source.name() + "."
				+ ModelConventionsTest.kebab(ModelConventionsTest.suffix(plane.getBpmnElement())) + ".png";
	}

	private static byte[] draw(Browser browser, Source<BpmnModelInstance> source, BpmnPlane plane) throws IOException {
		browser.run("""
				const [xml, element] = arguments;
				window.drawn = false;
				document.body.innerHTML = '<div style="width: 1000px; height: 1000px"></div>';
				Object.assign(document.body.style, { margin: 0, padding: '20px', width: 'max-content' });
				const viewer = new BpmnJS({ container: document.body.firstChild });
				viewer.importXML(xml).then(() => {
					const canvas = viewer.get('canvas');
					canvas.setRootElement(canvas.findRoot(element + '_plane') || canvas.findRoot(element));
					return viewer.saveSVG();
				}).then(({ svg }) => {
					viewer.destroy();
					document.body.innerHTML = svg;
					document.body.firstElementChild.style.display = 'block';
					window.drawn = true;
				});
				""", Files.readString(source.path()), plane.getBpmnElement().getId());
		browser.until("to draw " + source, (driver) -> browser.run("return window.drawn || null"));
		return browser.wholePage();
	}

	private static void fetch() throws IOException, InterruptedException {
		Files.createDirectories(TOOL);
		for (List<String> command : List.of(List.of("npm", "pack", BPMN_JS),
				List.of("tar", "xzf", BPMN_JS.replace('@', '-') + ".tgz"))) {
			int exit = new ProcessBuilder(command).directory(TOOL.toFile()).inheritIO().start().waitFor();
			if (exit != 0) {
				throw new IllegalStateException(command + " ended with " + exit);
			}
		}
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The pictures that lie in the folder. */
	static List<String> present() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".png"))
				.sorted()
				.toList();
		}
	}

}
