package org.wuyeflow.record.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The seal of a block of changes.
 *
 * @param block the block's number, from 1
 * @param previous the {@link #link} of the seal before, zeros before the first
 * @param count how many changes the block holds
 * @param total how many changes this and all earlier blocks hold
 * @param root the Merkle root over the changes, by entity and number
 * @param sealedAt when it was sealed, to the microsecond
 * @param keyId which key signed it
 * @param signature the signature of {@link #signed}
 */
record Seal(long block, byte[] previous, int count, long total, byte[] root, Instant sealedAt, String keyId,
		byte[] signature) {

	static final byte[] BEFORE_THE_FIRST = new byte[32];

	private static final byte[] FORMAT = "wuyeflow seal 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LINK = { 2 };

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	/** The next seal after another, or the first where there is none. */
	static Seal after(Seal before, int count, byte[] root, Instant at, LedgerKey key) {
		Seal unsigned = new Seal((before != null) ? before.block + 1 : 1,
				(before != null) ? before.link() : BEFORE_THE_FIRST, count,
				((before != null) ? before.total : 0) + count, root, at, key.id(), null);
		return new Seal(unsigned.block, unsigned.previous, count, unsigned.total, root, at, unsigned.keyId,
				key.sign(unsigned.signed()));
	}

	/**
	 * What is signed: the format's name and the digest of everything but the signature.
	 */
	byte[] signed() {
		return Digests.sha256(FORMAT, ByteBuffer.allocate(Long.BYTES).putLong(this.block).array(), this.previous,
				ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(this.count).putLong(this.total).array(),
				this.root,
				(MICROSECONDS.format(LocalDateTime.ofInstant(this.sealedAt, ZoneOffset.UTC)) + " " + this.keyId)
					.getBytes(StandardCharsets.UTF_8));
	}

	/** What the next seal names: the digest of everything, the signature included. */
	byte[] link() {
		return Digests.sha256(LINK, signed(), this.signature);
	}

	/** Whether one of these keys has signed it as it stands. */
	boolean isSignedBy(LedgerKeys keys) {
		return keys.get(this.keyId).filter((key) -> key.signed(signed(), this.signature)).isPresent();
	}

}
