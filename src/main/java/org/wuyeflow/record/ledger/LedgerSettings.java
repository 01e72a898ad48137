package org.wuyeflow.record.ledger;

import java.nio.file.Path;

import org.springframework.core.env.Environment;

/**
 * The settings {@code wuyeflow.ledger.*}.
 *
 * @param keyFile the file with the signing key, or null where none is named
 * @param anchorFile the file, best on other storage, to which signed heads are appended,
 * or null
 * @param dataDirectory where the key lies that the first start makes
 */
public record LedgerSettings(Path keyFile, Path anchorFile, Path dataDirectory) {

	/** What these settings say. */
	public static LedgerSettings of(Environment environment) {
		return new LedgerSettings(path(environment, "wuyeflow.ledger.key-file"),
				path(environment, "wuyeflow.ledger.anchor-file"),
				Path.of(environment.getRequiredProperty("wuyeflow.data-dir")));
	}

	/** The key file that is named, or the one in the data directory. */
	public Path usedKeyFile() {
		return (this.keyFile != null) ? this.keyFile : this.dataDirectory.resolve("ledger.key");
	}

	private static Path path(Environment environment, String name) {
		String path = environment.getProperty(name, "");
		return path.isBlank() ? null : Path.of(path);
	}

}
