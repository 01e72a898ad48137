package org.wuyeflow.record.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.StartRefusal;

/**
 * The keys of a key file: PEM blocks, the first {@code PRIVATE KEY} signs and stamps, the
 * others, private or public, are former keys, or those of other nodes, which are trusted
 * too.
 */
public final class LedgerKeys {

	private static final Logger logger = LoggerFactory.getLogger(LedgerKeys.class);

	private static final Pattern PEM = Pattern
		.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

	private final Map<String, LedgerKey> byId = new LinkedHashMap<>();

	private LedgerKeys(List<LedgerKey> keys) {
		keys.forEach((key) -> this.byId.merge(key.id(), key, (first, second) -> first.signs() ? first : second));
	}

	/**
	 * The keys of the file that the settings name. Where they name none, the one in the
	 * data directory, made at the first start.
	 * @throws StartRefusal where the file cannot be used
	 */
	static LedgerKeys of(LedgerSettings settings) {
		Path file = settings.usedKeyFile();
		if (settings.keyFile() == null && !Files.exists(file)) {
			make(file);
		}
		LedgerKeys keys = read(file);
		if (keys.signing().isEmpty()) {
			throw refusal(file, "里没有私钥", "holds no private key");
		}
		return keys;
	}

	/**
	 * The keys of a file, for checking.
	 * @throws StartRefusal where the file cannot be used
	 */
	public static LedgerKeys read(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw refusal(file, "读不到", "cannot be read");
		}
		catch (IllegalArgumentException | GeneralSecurityException ex) {
			throw refusal(file, "不是 Ed25519 密钥（PEM）", "is no PEM file of Ed25519 keys");
		}
	}

	static LedgerKeys parse(String pem) throws GeneralSecurityException {
		List<LedgerKey> keys = new ArrayList<>();
		Matcher block = PEM.matcher(pem);
		while (block.find()) {
			byte[] content = Base64.getMimeDecoder().decode(block.group(2));
			keys.add("PRIVATE".equals(block.group(1)) ? LedgerKey.ofPrivate(content) : LedgerKey.ofPublic(content));
		}
		if (keys.isEmpty()) {
			throw new GeneralSecurityException("No key");
		}
		return new LedgerKeys(keys);
	}

	/** The key with this public half, as an anchor names it. */
	public static LedgerKey ofPublic(byte[] publicHalf) {
		try {
			return LedgerKey.ofPublic(publicHalf);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** The key with this id. */
	public Optional<LedgerKey> get(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** All keys, the signing one first. */
	public List<LedgerKey> all() {
		return List.copyOf(this.byId.values());
	}

	/** The key that signs and stamps. */
	LedgerKey current() {
		return signing().orElseThrow();
	}

	/** Whether a key of the file has made this stamp. */
	boolean stamped(byte[] leaf, byte[] stamp) {
		return leaf != null && stamp != null
				&& this.byId.values().stream().anyMatch((key) -> key.signs() && Arrays.equals(key.stamp(leaf), stamp));
	}

	private Optional<LedgerKey> signing() {
		return this.byId.values().stream().filter(LedgerKey::signs).findFirst();
	}

	private static void make(Path file) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "ledger", ".tmp");
			try {
				if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
					Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
				}
				Files.writeString(written, pem("PRIVATE", LedgerKey.generate()));
				// Whole or not at all, and never over another start's key.
				Files.createLink(file, written);
				logger.info("Made the ledger's key {}: keep a copy of it elsewhere (docs/operations.md)", file);
			}
			finally {
				Files.delete(written);
			}
		}
		catch (FileAlreadyExistsException ex) {
			// Another start was quicker.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String pem(String kind, byte[] key) {
		return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key)
				+ "\n-----END " + kind + " KEY-----\n";
	}

	private static StartRefusal refusal(Path file, String chinese, String english) {
		return new StartRefusal(
				"账本的密钥文件 " + file + " " + chinese
						+ "；用 openssl genpkey -algorithm ed25519 生成，路径写在 WUYEFLOW_LEDGER_KEYFILE。",
				"the ledger's key file " + file + " " + english
						+ "; make one with openssl genpkey -algorithm ed25519 and name it in WUYEFLOW_LEDGER_KEYFILE.");
	}

}
