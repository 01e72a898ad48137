package org.wuyeflow.record.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A change as the ledger stands for it: a fixed list of fields, each with its length, so
 * that null, empty and neighbouring texts cannot be taken for each other. Personal data
 * is in it by its salted hash only, which stays when the data is erased.
 *
 * @param changedAt to the microsecond, as the database keeps it
 * @param personalHash see {@link #personalHash}, or null where there was no personal data
 */
public record ChangeForm(UUID entityId, int changeNumber, String entity, String officeId, String caseNumber,
		String process, String activity, String activityName, String stepId, String staffId, String staffName,
		Instant changedAt, String fields, byte[] personalHash) {

	/** What a change holds that has no personal data. */
	public static final String NOTHING_PERSONAL = "{}";

	/** What a change holds whose personal data was erased. */
	public static final String ERASED = "";

	private static final byte[] FORMAT = "wuyeflow change 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PERSONAL_FORMAT = "wuyeflow personal 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

	private static final int SALT_LENGTH = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A fresh salt for the personal data of one change. */
	public static byte[] newSalt() {
		byte[] salt = new byte[SALT_LENGTH];
		RANDOM.nextBytes(salt);
		return salt;
	}

	/** The hash by which personal data is on the ledger. */
	public static byte[] personalHash(byte[] salt, String personalFields) {
		return Digests.sha256(PERSONAL_FORMAT, salt, personalFields.getBytes(StandardCharsets.UTF_8));
	}

	/** The bytes that are stamped and sealed. */
	public byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
		bytes.writeBytes(FORMAT);
		put(bytes, HexFormat.of().toHexDigits(this.entityId.getMostSignificantBits())
				+ HexFormat.of().toHexDigits(this.entityId.getLeastSignificantBits()));
		put(bytes, Integer.toString(this.changeNumber));
		put(bytes, this.entity);
		put(bytes, this.officeId);
		put(bytes, this.caseNumber);
		put(bytes, this.process);
		put(bytes, this.activity);
		put(bytes, this.activityName);
		put(bytes, this.stepId);
		put(bytes, this.staffId);
		put(bytes, this.staffName);
		put(bytes, MICROSECONDS.format(LocalDateTime.ofInstant(this.changedAt, ZoneOffset.UTC)));
		put(bytes, this.fields);
		put(bytes, this.personalHash);
		return bytes.toByteArray();
	}

	private static void put(ByteArrayOutputStream bytes, String text) {
		put(bytes, (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null);
	}

	private static void put(ByteArrayOutputStream bytes, byte[] content) {
		bytes.write((content != null) ? 1 : 0);
		if (content != null) {
			bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
			bytes.writeBytes(content);
		}
	}

}
