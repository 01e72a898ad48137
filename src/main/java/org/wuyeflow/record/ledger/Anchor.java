package org.wuyeflow.record.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file outside the database to which each signed head is appended. Whoever holds it
 * can tell that nothing before its last line was cut off or put back. A line of a head is
 * {@code head BLOCK TIME TOTAL DIGEST KEY SIGNATURE}; a line {@code key ID PUBLIC-HALF}
 * introduces a key. Where the file cannot be written, sealing goes on, and the newest
 * head follows as soon as it can.
 */
class Anchor {

	private static final Logger logger = LoggerFactory.getLogger(Anchor.class);

	private final Path file;

	private final LedgerKeys keys;

	private long anchored = -1;

	private boolean failing;

	/**
	 * The anchor in this file.
	 * @param file the file, or null for none
	 */
	Anchor(Path file, LedgerKeys keys) {
		this.file = file;
		this.keys = keys;
	}

	/** Appends the head unless it is there. */
	synchronized void append(Seal head) {
		if (this.file == null || head.block() == this.anchored) {
			return;
		}
		try {
			String introduction = "";
			if (this.anchored < 0) {
				introduction = introduction(head);
			}
			if (introduction != null) {
				write(introduction + line(head));
			}
			this.anchored = head.block();
			this.failing = false;
		}
		catch (IOException ex) {
			if (!this.failing) {
				logger.error("The ledger's head cannot be appended to {}: {}", this.file, ex.toString());
			}
			this.failing = true;
		}
	}

	/** Whether heads reach the file; also where no file is named. */
	synchronized boolean works() {
		return !this.failing;
	}

	/** Whether a file is named. */
	boolean isNamed() {
		return this.file != null;
	}

	/** The lines that must come before this head's, or null where it is there. */
	private String introduction(Seal head) throws IOException {
		Set<String> missing = new LinkedHashSet<>();
		this.keys.all()
			.forEach((key) -> missing
				.add("key " + key.id() + " " + Base64.getEncoder().encodeToString(key.publicHalf())));
		String last = "";
		if (Files.exists(this.file)) {
			try (BufferedReader lines = Files.newBufferedReader(this.file)) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					missing.remove(line);
					last = line;
				}
			}
		}
		return line(head).strip().equals(last) ? null
				: missing.stream().map((line) -> line + "\n").collect(Collectors.joining());
	}

	private static String line(Seal head) {
		return "head " + head.block() + " " + head.sealedAt() + " " + head.total() + " "
				+ HexFormat.of().formatHex(head.signed()) + " " + head.keyId() + " "
				+ Base64.getEncoder().encodeToString(head.signature()) + "\n";
	}

	private void write(String lines) throws IOException {
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

}
