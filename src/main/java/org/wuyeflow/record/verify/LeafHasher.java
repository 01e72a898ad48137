package org.wuyeflow.record.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The verifier's own reading of a change: the same bytes as
 * {@link org.wuyeflow.record.ledger.ChangeForm}, made straight from the database's. The
 * columns come in the order of {@link #COLUMNS}.
 */
final class LeafHasher {

	static final String COLUMNS = "entity_id, change_number, entity, office_id, case_number, process, activity,"
			+ " activity_name, step_id, staff_id, staff_name, changed_at, fields, personal_hash, personal_fields,"
			+ " personal_salt, stamp, seal_number";

	static final int ENTITY_ID = 1;

	static final int CHANGE_NUMBER = 2;

	static final int ENTITY = 3;

	static final int OFFICE = 4;

	static final int CASE_NUMBER = 5;

	static final int CHANGED_AT = 12;

	static final int FIELDS = 13;

	static final int PERSONAL_HASH = 14;

	static final int PERSONAL_FIELDS = 15;

	static final int PERSONAL_SALT = 16;

	static final int STAMP = 17;

	static final int SEAL_NUMBER = 18;

	private static final byte[] FORMAT = "wuyeflow change 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PERSONAL_FORMAT = "wuyeflow personal 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private final MessageDigest digest = sha256();

	private byte[] form = new byte[4096];

	private int length;

	/** Reads the change that the rows stand at. */
	void read(Rows row) throws SQLException {
		this.length = 0;
		append(FORMAT);
		byte[] id = row.bytes(ENTITY_ID);
		byte[] hex = new byte[id.length * 2];
		for (int i = 0; i < id.length; i++) {
			hex[2 * i] = HEX[(id[i] >> 4) & 0xf];
			hex[2 * i + 1] = HEX[id[i] & 0xf];
		}
		put(hex);
		for (int column = CHANGE_NUMBER; column <= PERSONAL_HASH; column++) {
			put(row.bytes(column));
		}
	}

	/** The leaf of the change that was read. */
	byte[] leaf() {
		this.digest.update((byte) 0);
		this.digest.update(this.form, 0, this.length);
		return this.digest.digest();
	}

	/** The stamp that a key gives to the change that was read. */
	byte[] stamp(byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			mac.update(this.form, 0, this.length);
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The hash by which personal data is in the change. */
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

	private void put(byte[] value) {
		if (value == null) {
			room(1);
			this.form[this.length++] = 0;
			return;
		}
		room(5);
		this.form[this.length++] = 1;
		for (int shift = 24; shift >= 0; shift -= 8) {
			this.form[this.length++] = (byte) (value.length >> shift);
		}
		append(value);
	}

	private void append(byte[] bytes) {
		room(bytes.length);
		System.arraycopy(bytes, 0, this.form, this.length, bytes.length);
		this.length += bytes.length;
	}

	private void room(int more) {
		if (this.length + more > this.form.length) {
			this.form = Arrays.copyOf(this.form, Math.max(this.form.length * 2, this.length + more));
		}
	}

}
