package org.wuyeflow;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wuyeflow.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The application in a JVM of its own, with an operator's environment. */
@ExtendWith(TestDatabase.Condition.class)
class ProductionStartIT {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	@TempDir
	Path directory;

	@Test
	void startWithoutSettingsIsRefusedInOneSentence() throws Exception {
		Process process = start(Map.of());
		assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isOne();
		assertThat(errors()).singleElement()
			.asString()
			.contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
		assertThat(log()).isEmpty();
	}

	@Test
	void firstStartNeedsThePasswordOfTheAdministratorAndThenMakesTheOfficesQuietly() throws Exception {
		Map<String, String> settings = settings();
		Process refused = start(settings);
		assertThat(refused.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(refused.exitValue()).isOne();
		assertThat(errors()).singleElement().asString().contains("WUYEFLOW_ADMIN_PASSWORD");
		assertThat(log()).noneMatch((line) -> line.contains("Exception") || line.contains("WARN"));

		settings.put("WUYEFLOW_ADMIN_PASSWORD", "for the first start only");
		settings.putAll(Map.of("WUYEFLOW_OFFICES_0_ID", "binjiang", "WUYEFLOW_OFFICES_0_NAME", "Binjiang",
				"WUYEFLOW_OFFICES_0_KIND", "residential", "WUYEFLOW_OFFICES_0_COMPLAINTEDITION", "opinion"));
		Process process = start(settings);
		try {
			String address = "http://localhost:" + port(process);
			HttpResponse<String> health = get(address + "/actuator/health");
			assertThat(health.statusCode()).isEqualTo(200);
			assertThat(health.body()).contains("\"status\":\"UP\"");
			assertThat(get(address + "/engine-rest/tenant").body()).contains("\"id\":\"binjiang\"");
		}
		finally {
			process.destroy();
			assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		assertThat(errors()).isEmpty();
		assertThat(log()).isNotEmpty()
			.allMatch((line) -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\+08:00  INFO .*"),
					"an INFO in office time");
	}

	/** Asks as the administrator. */
	private static HttpResponse<String> get(String address) throws Exception {
		String login = Base64.getEncoder().encodeToString("admin:for the first start only".getBytes());
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Basic " + login).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>();
		if (TestDatabase.onMySql()) {
			TestDatabase database = TestDatabase.create();
			settings.put("SPRING_DATASOURCE_URL", database.url());
			settings.put("SPRING_DATASOURCE_USERNAME", database.username());
			settings.put("SPRING_DATASOURCE_PASSWORD", database.password());
		}
		else {
			settings.put("SPRING_DATASOURCE_URL", "jdbc:h2:file:./wuyeflow");
			settings.put("SPRING_DATASOURCE_USERNAME", "sa");
			settings.put("SPRING_DATASOURCE_PASSWORD", "");
		}
		return settings;
	}

	private Process start(Map<String, String> settings) throws Exception {
		String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:TieredStopAtLevel=1", "-cp", classes, WuyeflowApplication.class.getName(), "--server.port=0"));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectOutput(this.directory.resolve("out").toFile())
			.redirectError(this.directory.resolve("err").toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("WUYEFLOW_"));
		builder.environment().putAll(settings);
		builder.environment().put("TZ", "America/New_York");
		return builder.start();
	}

	private String port(Process process) throws Exception {
		Instant end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end) && process.isAlive()) {
			Matcher port = PORT.matcher(String.join("\n", log()));
			if (port.find()) {
				return port.group(1);
			}
			Thread.sleep(200);
		}
		throw new AssertionError("Not started: " + String.join("\n", log()) + String.join("\n", errors()));
	}

	private List<String> log() throws Exception {
		return Files.readAllLines(this.directory.resolve("out"));
	}

	/** What was said on standard error, but for the JVM's own remarks. */
	private List<String> errors() throws Exception {
		return Files.readAllLines(this.directory.resolve("err"))
			.stream()
			.filter((line) -> !line.startsWith("Picked up "))
			.toList();
	}

}
