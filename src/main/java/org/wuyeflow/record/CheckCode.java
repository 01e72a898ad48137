package org.wuyeflow.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code on a printed record: it leads back to the record, and says which of its
 * writings was printed. It is made of the record's id, which stands nowhere on paper, so
 * nobody makes one up.
 *
 * @param office the office's id
 * @param serial the record's serial
 * @param code eight signs that nobody mistakes for each other
 */
record CheckCode(String office, String serial, String code) {

	private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int BITS = 5;

	private static final int LENGTH = 8;

	private static final int MASK = 31;

	private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9-]*)\\.([A-Z]{2}-\\d{4}-\\d{5,9})\\.(\\w{8})");

	private static final Pattern TYPED = Pattern
		.compile("([A-Za-z]{2}-\\d{4}-\\d{5,9})[\\s,，/]+([0-9A-Za-z]{4})-?([0-9A-Za-z]{4})");

	/** The code of a record as it stands after so many writings. */
	static CheckCode of(QualityRecord record, long writings) {
		return new CheckCode(record.office(), record.serial(), code(record.id(), writings));
	}

	/** The code that stands in an address, or empty where it is none. */
	static Optional<CheckCode> parse(String address) {
		Matcher parts = ADDRESS.matcher(address);
		return parts.matches() ? Optional.of(new CheckCode(parts.group(1), parts.group(2), parts.group(3)))
				: Optional.empty();
	}

	/** The code that somebody typed behind the serial, of this office. */
	static Optional<CheckCode> typed(String office, String text) {
		Matcher parts = TYPED.matcher(text.strip());
		return parts.matches() ? Optional.of(new CheckCode(office, parts.group(1).toUpperCase(Locale.ROOT),
				(parts.group(2) + parts.group(3)).toUpperCase(Locale.ROOT))) : Optional.empty();
	}

	/**
	 * How often the record was written again after the print, or empty where the code is
	 * not this record's.
	 */
	Optional<Long> writtenSince(QualityRecord record, long writings) {
		for (long printed = writings; printed > 0; printed--) {
			if (code(record.id(), printed).equals(this.code)) {
				return Optional.of(writings - printed);
			}
		}
		return Optional.empty();
	}

	/** The end of the address that leads back. */
	String address() {
		return this.office + "." + this.serial + "." + this.code;
	}

	/** The eight signs as they are printed: {@code 7Q4K-2M9X}. */
	String shown() {
		return this.code.substring(0, LENGTH / 2) + "-" + this.code.substring(LENGTH / 2);
	}

	private static String code(UUID record, long writings) {
		byte[] known = ByteBuffer.allocate(3 * Long.BYTES)
			.putLong(record.getMostSignificantBits())
			.putLong(record.getLeastSignificantBits())
			.putLong(writings)
			.array();
		long hash = ByteBuffer.wrap(sha256(known)).getLong();
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			code.append(SIGNS.charAt((int) (hash >>> (i * BITS)) & MASK));
		}
		return code.toString();
	}

	private static byte[] sha256(byte[] known) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(known);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
