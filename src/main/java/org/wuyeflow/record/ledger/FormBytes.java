package org.wuyeflow.record.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Puts fields one behind another, each with its length, so that null, empty and
 * neighbouring texts cannot be taken for each other.
 */
final class FormBytes {

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

	/** Begins with the format's name. */
	FormBytes(String format) {
		this.bytes.writeBytes(format.getBytes(StandardCharsets.US_ASCII));
	}

	FormBytes put(UUID id) {
		return put(HexFormat.of().toHexDigits(id.getMostSignificantBits())
				+ HexFormat.of().toHexDigits(id.getLeastSignificantBits()));
	}

	/** A time to the microsecond, as the database keeps it. */
	FormBytes put(Instant time) {
		return put(MICROSECONDS.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC)));
	}

	FormBytes put(String text) {
		return put((text != null) ? text.getBytes(StandardCharsets.UTF_8) : null);
	}

	FormBytes put(byte[] content) {
		this.bytes.write((content != null) ? 1 : 0);
		if (content != null) {
			this.bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
			this.bytes.writeBytes(content);
		}
		return this;
	}

	byte[] toBytes() {
		return this.bytes.toByteArray();
	}

}
