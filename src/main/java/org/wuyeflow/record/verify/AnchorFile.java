package org.wuyeflow.record.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.wuyeflow.record.ledger.LedgerKey;
import org.wuyeflow.record.ledger.LedgerKeys;

/**
 * What is known from outside of the database, an anchor file and paper: heads by block,
 * and the keys that it introduces.
 *
 * @param heads what the seal of each anchored block must be: digest, key and signature as
 * the file writes them
 * @param doubled blocks for which the file holds two different heads
 * @param keys the keys that the file introduces, by id
 * @param printed how the digest of the seal of each block begins of which somebody has
 * the fingerprint on paper
 */
record AnchorFile(TreeMap<Long, String> heads, Map<Long, String> doubled, Map<String, LedgerKey> keys,
		TreeMap<Long, String> printed) {

	static final AnchorFile NONE = new AnchorFile(new TreeMap<>(), Map.of(), Map.of(), new TreeMap<>());

	private static final Pattern PRINTED = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{32})");

	private static final int HEAD_WORDS = 7;

	/**
	 * Reads a file. A last line that was cut off by a crash is left out.
	 * @throws IOException where it cannot be read
	 */
	static AnchorFile read(Path file) throws IOException {
		TreeMap<Long, String> heads = new TreeMap<>();
		Map<Long, String> doubled = new HashMap<>();
		Map<String, LedgerKey> keys = new HashMap<>();
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ");
				if ("head".equals(words[0]) && words.length == HEAD_WORDS) {
					String head = words[4] + " " + words[5] + " " + words[6];
					String before = heads.putIfAbsent(Long.parseLong(words[1]), head);
					if (before != null && !before.equals(head)) {
						doubled.put(Long.parseLong(words[1]), head);
					}
				}
				else if ("key".equals(words[0]) && words.length == 3) {
					LedgerKey key = LedgerKeys.ofPublic(Base64.getDecoder().decode(words[2]));
					keys.put(key.id(), key);
				}
			}
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("锚点文件 " + file + " 里有读不懂的一行", ex);
		}
		return new AnchorFile(heads, doubled, keys, new TreeMap<>());
	}

	/**
	 * This one, and what stands printed on paper.
	 * @param fingerprints {@code 1204:0123…}, several separated by commas
	 * @throws IllegalArgumentException where they are not of this form
	 */
	AnchorFile with(String fingerprints) {
		TreeMap<Long, String> onPaper = new TreeMap<>(this.printed);
		for (String fingerprint : fingerprints.split(",")) {
			Matcher matcher = PRINTED.matcher(fingerprint.strip());
			if (!matcher.matches()) {
				throw new IllegalArgumentException(
						"“" + fingerprint + "”不是“块号:指纹”，例如 1204:0123456789abcdef0123456789abcdef");
			}
			onPaper.put(Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT));
		}
		return new AnchorFile(this.heads, this.doubled, this.keys, onPaper);
	}

	/** A head as the file writes it. */
	static String head(byte[] digest, String keyId, byte[] signature) {
		return HexFormat.of().formatHex(digest) + " " + keyId + " " + Base64.getEncoder().encodeToString(signature);
	}

}
