package org.wuyeflow.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret in the address of an owner's answer page: 192 random bits. Only its hash is
 * kept, so that nobody who reads the database can answer for an owner.
 */
final class ConsentToken {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 24;

	private ConsentToken() {
	}

	static String next() {
		byte[] secret = new byte[BYTES];
		RANDOM.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/** What is kept of it. */
	static String hash(String token) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
