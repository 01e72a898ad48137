package org.wuyeflow.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clauses of the five written procedures.
 */
final class ClauseCatalogue {

	private ClauseCatalogue() {
	}

	static Set<String> ids() throws IOException {
		Set<String> ids = new TreeSet<>();
		for (String line : Files.readAllLines(Path.of("src/main/resources/clauses.csv"))) {
			ids.add(line.substring(0, line.indexOf(',')));
		}
		ids.remove("id");
		return ids;
	}

}
