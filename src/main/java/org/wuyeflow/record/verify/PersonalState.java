package org.wuyeflow.record.verify;

import java.util.Arrays;

/**
 * How what is personal in a row on the ledger stands.
 */
enum PersonalState {

	/** There never was any. */
	NONE,

	/** It is what was recorded. */
	KEPT,

	/** It was taken out, together with its salt. */
	ERASED,

	/** It is neither. */
	BROKEN;

	static PersonalState of(byte[] text, byte[] salt, byte[] hash, LeafHasher hasher) {
		if (text.length == 0 && salt == null) {
			return ERASED;
		}
		return (salt != null && Arrays.equals(hash, hasher.personalHash(salt, text))) ? KEPT : BROKEN;
	}

}
