package org.wuyeflow.record.verify;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Fields one behind another, each with its length, in one buffer that is used again and
 * again.
 */
final class Fields {

	private byte[] bytes = new byte[4096];

	private int length;

	/** Begins anew with these bytes. */
	void begin(byte[] prefix) {
		this.length = 0;
		append(prefix);
	}

	/** Appends a field; null is one of its own. */
	void put(byte[] value) {
		if (value == null) {
			room(1);
			this.bytes[this.length++] = 0;
			return;
		}
		room(5);
		this.bytes[this.length++] = 1;
		for (int shift = 24; shift >= 0; shift -= 8) {
			this.bytes[this.length++] = (byte) (value.length >> shift);
		}
		append(value);
	}

	/** The digest of all. */
	byte[] digest(MessageDigest digest) {
		digest.update(this.bytes, 0, this.length);
		return digest.digest();
	}

	private void append(byte[] value) {
		room(value.length);
		System.arraycopy(value, 0, this.bytes, this.length, value.length);
		this.length += value.length;
	}

	private void room(int more) {
		if (this.length + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

}
