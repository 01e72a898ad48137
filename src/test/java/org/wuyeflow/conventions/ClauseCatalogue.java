package org.wuyeflow.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clauses of the five written procedures.
 */
final class ClauseCatalogue {

	private ClauseCatalogue() {
	}

	static Set<String> ids() throws IOException {
		return ids(null);
	}

	/** The clauses of one kind: role, scope, rule, step, timer, record. */
	static Set<String> ids(String kind) throws IOException {
		Set<String> ids = new TreeSet<>();
		for (String line : Files.readAllLines(Path.of("src/main/resources/clauses.csv"))) {
			List<String> cells = List.of(line.split(",", -1));
			if (kind == null || cells.get(cells.size() - 2).equals(kind)) {
				ids.add(cells.get(0));
			}
		}
		ids.remove("id");
		return ids;
	}

}
