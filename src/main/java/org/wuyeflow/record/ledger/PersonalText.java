package org.wuyeflow.record.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Words about persons, which are on the ledger by a salted hash only. Erasing takes out
 * words and salt; the hash stays and tells nothing.
 *
 * @param text the words; {@link #ERASED} once they are erased
 * @param salt the salt, or null where the words are erased
 * @param hash the hash of both
 */
public record PersonalText(String text, byte[] salt, byte[] hash) {

	/** What stands in the place of erased words. */
	public static final String ERASED = "";

	private static final byte[] FORMAT = "wuyeflow personal 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final int SALT_LENGTH = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** New words, under a fresh salt. */
	static PersonalText of(String text) {
		byte[] salt = new byte[SALT_LENGTH];
		RANDOM.nextBytes(salt);
		return new PersonalText(text, salt, hash(salt, text));
	}

	/** Whether the words are those of the hash, or were erased. */
	boolean isWhole() {
		if (ERASED.equals(this.text)) {
			return this.salt == null;
		}
		return this.salt != null && Arrays.equals(this.hash, hash(this.salt, this.text));
	}

	static byte[] hash(byte[] salt, String text) {
		return Digests.sha256(FORMAT, salt, text.getBytes(StandardCharsets.UTF_8));
	}

}
