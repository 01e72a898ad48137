package org.wuyeflow.record.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An Ed25519 key of the ledger: one with its private half signs seals and stamps changes,
 * one without it checks seals only.
 */
public final class LedgerKey {

	private static final String ALGORITHM = "Ed25519";

	private static final byte[] STAMP_KEY = "wuyeflow stamp key 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final int ID_LENGTH = 8;

	private final PublicKey publicKey;

	private final PrivateKey privateKey;

	private final byte[] stampKey;

	private LedgerKey(PublicKey publicKey, PrivateKey privateKey) {
		this.publicKey = publicKey;
		this.privateKey = privateKey;
		this.stampKey = (privateKey != null) ? Digests.sha256(STAMP_KEY, seed(privateKey)) : null;
	}

	/** The key with this private half, in PKCS #8. */
	static LedgerKey ofPrivate(byte[] pkcs8) throws GeneralSecurityException {
		PrivateKey privateKey = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
		KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
		generator.initialize(NamedParameterSpec.ED25519, new Seed(seed(privateKey)));
		LedgerKey key = new LedgerKey(generator.generateKeyPair().getPublic(), privateKey);
		byte[] trial = { 1 };
		if (!key.signed(trial, key.sign(trial))) {
			throw new GeneralSecurityException("The public half cannot be had from the private one");
		}
		return key;
	}

	/** The key with this public half alone, as an X.509 SubjectPublicKeyInfo. */
	static LedgerKey ofPublic(byte[] x509) throws GeneralSecurityException {
		return new LedgerKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509)), null);
	}

	/** A new private half, in PKCS #8. */
	static byte[] generate() throws GeneralSecurityException {
		return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate().getEncoded();
	}

	/** What seals call it: the beginning of the hash of its public half. */
	public String id() {
		return HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(publicHalf()), ID_LENGTH));
	}

	/** The public half, as an X.509 SubjectPublicKeyInfo. */
	public byte[] publicHalf() {
		return this.publicKey.getEncoded();
	}

	/** Whether it can sign and stamp. */
	public boolean signs() {
		return this.privateKey != null;
	}

	/** The secret under which it stamps changes, or empty where it signs nothing. */
	public Optional<byte[]> stampKey() {
		return Optional.ofNullable(this.stampKey).map(byte[]::clone);
	}

	byte[] stamp(byte[] leaf) {
		return Digests.hmac(this.stampKey, leaf);
	}

	byte[] sign(byte[] message) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(this.privateKey);
			signature.update(message);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether this key made this signature of the message. */
	public boolean signed(byte[] message, byte[] signature) {
		try {
			Signature check = Signature.getInstance(ALGORITHM);
			check.initVerify(this.publicKey);
			check.update(message);
			return check.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			// Not even of the form of a signature.
			return false;
		}
	}

	private static byte[] seed(PrivateKey key) {
		return ((EdECPrivateKey) key).getBytes().orElseThrow();
	}

	/** Gives the generator the seed of a key that there is already. */
	private static final class Seed extends SecureRandom {

		private final transient byte[] seed;

		private Seed(byte[] seed) {
			this.seed = seed;
		}

		@Override
		public void nextBytes(byte[] bytes) {
			System.arraycopy(this.seed, 0, bytes, 0, bytes.length);
		}

	}

}
