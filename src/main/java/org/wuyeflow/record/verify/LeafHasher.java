package org.wuyeflow.record.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The verifier's own reading of what is on the ledger: the same bytes as
 * {@link org.wuyeflow.record.ledger.ChangeForm} and
 * {@link org.wuyeflow.record.ledger.LookForm}, made straight from the database's.
 */
final class LeafHasher {

	private static final byte[] PERSONAL_FORMAT = "wuyeflow personal 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private final MessageDigest digest = sha256();

	private final byte[] beginning;

	private final boolean[] ids;

	private final Fields form = new Fields();

	private byte[] lastId;

	private byte[] lastHex;

	/**
	 * A hasher of rows.
	 * @param format the format's name, with which each form begins
	 * @param ids which of the columns, from the first on, are in the form, and of these
	 * which are ids
	 */
	LeafHasher(String format, boolean... ids) {
		// A leaf begins with a zero, unlike a node.
		this.beginning = ("\0" + format).getBytes(StandardCharsets.US_ASCII);
		this.ids = ids;
	}

	/** Reads the row that the rows stand at. */
	void read(Rows row) throws SQLException {
		this.form.begin(this.beginning);
		for (int column = 1; column <= this.ids.length; column++) {
			byte[] value = row.bytes(column);
			this.form.put((this.ids[column - 1] && value != null) ? hex(value) : value);
		}
	}

	/** The leaf of the row that was read. */
	byte[] leaf() {
		return this.form.digest(this.digest);
	}

	/** The stamp that a key gives to the row that was read. */
	byte[] stamp(byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(leaf());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The hash by which personal data is on the ledger. */
	byte[] personalHash(byte[] salt, byte[] personalFields) {
		this.digest.update(PERSONAL_FORMAT);
		this.digest.update(salt);
		return this.digest.digest(personalFields);
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The digits of an id; of the same id as before, for changes come record by record.
	 */
	private byte[] hex(byte[] id) {
		if (!Arrays.equals(id, this.lastId)) {
			this.lastId = id;
			this.lastHex = new byte[2 * id.length];
			for (int i = 0; i < id.length; i++) {
				this.lastHex[2 * i] = DIGITS[(id[i] >> 4) & 0xf];
				this.lastHex[2 * i + 1] = DIGITS[id[i] & 0xf];
			}
		}
		return this.lastHex;
	}

}
