package org.wuyeflow.record.attachment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;

import org.wuyeflow.Refusal;

/**
 * An uploaded file whose content is what we take.
 *
 * @param name its name, fit to be shown
 * @param type its type, by its content
 * @param content the file as it came
 * @param sha256 the hash of the content in hexadecimal digits
 * @param thumbnail a small JPEG of a picture without its metadata, or null
 */
record CheckedFile(String name, FileType type, byte[] content, String sha256, byte[] thumbnail) {

	private static final int LONGEST_NAME = 100;

	private static final int END_OF_PDF = 2048;

	/**
	 * Checks a file.
	 * @throws Refusal (400) where it is empty, broken or of a type that is not taken
	 */
	static CheckedFile of(String name, byte[] content) {
		if (content.length == 0) {
			throw new Refusal("文件是空的，请重新选择。");
		}
		FileType type = FileType.of(content).orElseThrow(() -> new Refusal(notTaken(content)));
		byte[] thumbnail = null;
		if (type.picture()) {
			thumbnail = Picture.thumbnail(content);
		}
		else if (!endsLikePdf(content)) {
			throw new Refusal("这个 PDF 文件不完整，打不开。请重新导出或扫描后再上传。");
		}
		return new CheckedFile(type.named(shown(name)), type, content, sha256(content), thumbnail);
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean endsLikePdf(byte[] content) {
		byte[] end = Arrays.copyOfRange(content, Math.max(0, content.length - END_OF_PDF), content.length);
		return new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
	}

	private static String notTaken(byte[] content) {
		String beginning = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
		String taken = "只能上传 JPG、PNG 图片和 PDF 文件。";
		if (beginning.matches("(?s).{4}ftyp(?:heic|heix|mif1|msf1).*")) {
			return taken + "苹果手机请在「设置 › 相机 › 格式」中选「兼容性最佳」后重拍。";
		}
		return beginning.startsWith("PK") ? taken + "Word、Excel 文件请先另存为 PDF。" : taken;
	}

	/** Without folders, and without signs that make a name look like another one. */
	private static String shown(String name) {
		String last = Normalizer.normalize((name != null) ? name : "", Normalizer.Form.NFC)
			.replaceAll("^.*[/\\\\]", "")
			.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}<>:\"|?*]", "")
			.strip();
		int length = last.codePointCount(0, last.length());
		String end = (length <= LONGEST_NAME) ? last
				: last.substring(last.offsetByCodePoints(0, length - LONGEST_NAME));
		return end.isEmpty() ? "附件" : end;
	}

}
