package org.wuyeflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Chinese texts and the settings of the engine's web applications, against the
 * applications on the class path.
 */
class TasklistTextsTest {

	private static final String APPS = "/META-INF/resources/webjars/camunda/app/";

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}|%[a-z]");

	private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

	/** Latin letters that stay: date patterns, examples and markup. */
	private static final Set<String> LATIN = Set.of("LT", "YYYY", "MM", "DD", "HH", "mm", "dddd", "AA", "br", "lt",
			"gt");

	private static final Set<String> WITHOUT_WORDS = Set.of("dateLocales.calendar.sameElse", "labels.NO_TASK_FORM");

	@Test
	void chineseTextsHaveTheKeysOfTheEnglishOnes() throws IOException {
		assertThat(leaves(chinese()).keySet()).isEqualTo(leaves(english()).keySet());
	}

	@Test
	void noTextIsLeftEnglish() throws IOException {
		Map<String, String> chinese = leaves(chinese());
		leaves(english()).forEach((key, english) -> {
			String text = chinese.get(key);
			String words = PLACEHOLDER.matcher(english).replaceAll("");
			if (LATIN_WORD.matcher(words).find() && !WITHOUT_WORDS.contains(key) && !key.contains("longDateFormat")) {
				assertThat(text).as(key).containsPattern(HAN).isNotEqualTo(english);
			}
			assertThat(latinWords(text)).as(key).isSubsetOf(LATIN);
		});
	}

	@Test
	void chineseTextsKeepThePlaceholders() throws IOException {
		Map<String, String> chinese = leaves(chinese());
		leaves(english()).forEach(
				(key, english) -> assertThat(placeholders(chinese.get(key))).as(key).isEqualTo(placeholders(english)));
	}

	@Test
	void tasklistIsChineseForEverybody() throws IOException {
		String settings = read(APPS + "tasklist/scripts/config.js");
		assertThat(settings).contains("availableLocales: ['zh']", "fallbackLocale: 'zh'");
		assertThat(scriptsOf("tasklist")).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void applicationNamesScriptsThatExist(String app) throws IOException {
		assertThat(scriptsOf(app)).isNotEmpty()
			.allSatisfy((script) -> assertThat(
					getClass().getResource(URI.create(APPS + app + "/" + script + ".js").normalize().getPath()))
				.as(script)
				.isNotNull());
	}

	@Test
	void tasklistKeepsTheKeyboardShortcutsOfTheEngine() throws IOException {
		Pattern shortcut = Pattern.compile("(\\w+): \\{\\s+key: '([^']+)'");
		assertThat(pairs(shortcut, read(APPS + "tasklist/scripts/config.js")))
			.isEqualTo(pairs(shortcut, readShipped("tasklist/scripts/config.js")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
	void applicationCarriesOurNameAndTextsThatExist(String app) throws IOException {
		String settings = read(APPS + app + "/scripts/config.js");
		assertThat(settings).contains("vendor: '物业流程'");
		Pattern.compile("availableLocales: \\['(\\w+)']|fallbackLocale: '(\\w+)'")
			.matcher(settings)
			.results()
			.map((locale) -> (locale.group(1) != null) ? locale.group(1) : locale.group(2))
			.forEach((locale) -> assertThat(getClass().getResource(APPS + app + "/locales/" + locale + ".json"))
				.as("texts of %s in %s", app, locale)
				.isNotNull());
		assertThat(read(APPS + app + "/styles/user-styles.css")).contains("@import url(\"../../../lib/wuyeflow.css\")");
	}

	private List<String> scriptsOf(String app) throws IOException {
		return Pattern.compile("customScripts: \\[([^]]*)]")
			.matcher(read(APPS + app + "/scripts/config.js"))
			.results()
			.flatMap((list) -> Pattern.compile("'([^']+)'").matcher(list.group(1)).results())
			.map((script) -> script.group(1))
			.toList();
	}

	private JsonNode chinese() throws IOException {
		return new ObjectMapper().readTree(read(APPS + "tasklist/locales/zh.json"));
	}

	private JsonNode english() throws IOException {
		return new ObjectMapper().readTree(read(APPS + "tasklist/locales/en.json").replace("\uFEFF", ""));
	}

	private String read(String resource) throws IOException {
		try (InputStream in = getClass().getResourceAsStream(resource)) {
			assertThat(in).as(resource).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The file as the engine ships it, where ours stands before it on the class path. */
	private String readShipped(String resource) throws IOException {
		var candidates = getClass().getClassLoader().getResources((APPS + resource).substring(1));
		while (candidates.hasMoreElements()) {
			var candidate = candidates.nextElement();
			if (candidate.getProtocol().equals("jar")) {
				try (InputStream in = candidate.openStream()) {
					return new String(in.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new IOException(resource + " is in no jar of the class path");
	}

	private static Map<String, String> leaves(JsonNode tree) {
		Map<String, String> leaves = new TreeMap<>();
		collect("", tree, leaves);
		return leaves;
	}

	private static void collect(String path, JsonNode node, Map<String, String> leaves) {
		if (node.isValueNode()) {
			leaves.put(path.substring(1), node.asText());
		}
		node.properties().forEach((field) -> collect(path + "." + field.getKey(), field.getValue(), leaves));
		for (int index = 0; node.isArray() && index < node.size(); index++) {
			collect(path + "." + index, node.get(index), leaves);
		}
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	private static Set<String> latinWords(String text) {
		return LATIN_WORD.matcher(PLACEHOLDER.matcher(text).replaceAll(""))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

	private static Map<String, String> pairs(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.collect(Collectors.toMap((match) -> match.group(1), (match) -> match.group(2)));
	}

}
