package org.wuyeflow.record.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of files that are taken, told by their content; names and what a browser says
 * count for nothing.
 */
enum FileType {

	JPEG("image/jpeg", "FFD8FF", "jpg", "jpeg"), PNG("image/png", "89504E470D0A1A0A", "png"),
	PDF("application/pdf", HexFormat.of().formatHex("%PDF-".getBytes(StandardCharsets.US_ASCII)), "pdf");

	private final String mediaType;

	private final byte[] beginning;

	private final List<String> endings;

	FileType(String mediaType, String beginning, String... endings) {
		this.mediaType = mediaType;
		this.beginning = HexFormat.of().parseHex(beginning);
		this.endings = List.of(endings);
	}

	static Optional<FileType> of(byte[] content) {
		return Arrays.stream(values())
			.filter((type) -> content.length > type.beginning.length
					&& Arrays.equals(content, 0, type.beginning.length, type.beginning, 0, type.beginning.length))
			.findFirst();
	}

	String mediaType() {
		return this.mediaType;
	}

	boolean picture() {
		return this != PDF;
	}

	/** The name with an ending that goes with the type. */
	String named(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return this.endings.stream().anyMatch((ending) -> lower.endsWith("." + ending)) ? name
				: name + "." + this.endings.get(0);
	}

}
