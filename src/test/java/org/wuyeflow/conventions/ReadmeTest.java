package org.wuyeflow.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * README's map is the repository's: procedures, packages, counts and links.
 */
class ReadmeTest {

	private static final Path README = Path.of("README.md");

	@Test
	void mapOfProceduresIsTheFolders() throws IOException {
		Set<String> rows = new TreeSet<>();
		Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\| \\S+ \\| ([\\w, -]+) \\| (\\d+) \\| \\[.+]\\((.+)\\) \\|$")
			.matcher(Files.readString(README));
		while (row.find()) {
			rows.add(row.group(1) + ": " + row.group(2) + ": " + row.group(3) + ": " + row.group(4));
		}
		Set<String> folders = new TreeSet<>();
		for (String slug : folders(Models.PROCESSES)) {
			String models = Models.processes()
				.stream()
				.filter((source) -> source.slug().equals(slug))
				.map(Models.Source::name)
				.collect(Collectors.joining(", "));
			long forms = Models.forms().stream().filter((source) -> source.slug().equals(slug)).count();
			folders.add(slug + ": " + models + ": " + forms + ": docs/procedures/" + slug + ".md");
		}
		assertThat(rows).isEqualTo(folders);
	}

	@Test
	void mapOfPackagesIsTheFolders() throws IOException {
		Set<String> packages = new TreeSet<>(folders(Path.of("src/main/java/org/wuyeflow")));
		packages.removeAll(folders(Models.PROCESSES));
		Set<String> rows = new TreeSet<>();
		Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\|$").matcher(Files.readString(README));
		while (row.find()) {
			rows.add(row.group(1));
		}
		assertThat(rows).isEqualTo(packages);
	}

	@Test
	void linksLeadSomewhere() throws IOException {
		Matcher link = Pattern.compile("]\\((?!http)([^)]+)\\)").matcher(Files.readString(README));
		while (link.find()) {
			assertThat(Path.of(link.group(1))).exists();
		}
	}

	private static Set<String> folders(Path root) throws IOException {
		try (Stream<Path> children = Files.list(root)) {
			return children.filter(Files::isDirectory)
				.map((path) -> path.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

}
