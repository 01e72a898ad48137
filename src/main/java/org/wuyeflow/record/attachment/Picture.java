package org.wuyeflow.record.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.wuyeflow.Refusal;

/**
 * Makes the small picture that lists show: upright, and without what a camera writes into
 * its files, such as the place.
 */
final class Picture {

	/** The longest side of a thumbnail, in pixels. */
	static final int SIDE = 320;

	/** What a file may unpack to, in pixels. */
	private static final long LARGEST = 120_000_000;

	/** What every part of a JPEG begins with. */
	private static final byte MARK = (byte) 0xff;

	/** The marker of the part of a JPEG that holds the camera's metadata. */
	private static final short EXIF = (short) 0xffe1;

	private Picture() {
	}

	/**
	 * The thumbnail as JPEG.
	 * @throws Refusal (400) where the picture cannot be read or unpacks to too much
	 */
	static byte[] thumbnail(byte[] content) {
		try {
			return thumbnailOf(content);
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// Of a broken file the readers throw whatever they stumble over.
			Refusal refusal = broken();
			refusal.initCause(ex);
			throw refusal;
		}
	}

	private static byte[] thumbnailOf(byte[] content) throws IOException {
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw broken();
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input);
				return thumbnail(reader, orientation(content));
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static byte[] thumbnail(ImageReader reader, Orientation orientation) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > LARGEST) {
			throw new Refusal("这张图片的尺寸太大（" + width + "×" + height + " 像素），请缩小后再上传。");
		}
		ImageReadParam some = reader.getDefaultReadParam();
		int step = Math.max(1, Math.max(width, height) / (SIDE * 2));
		some.setSourceSubsampling(step, step, 0, 0);
		BufferedImage read = onWhite(reader.read(0, some));
		ByteArrayOutputStream thumbnail = new ByteArrayOutputStream();
		int side = Math.min(SIDE, Math.max(read.getWidth(), read.getHeight()));
		Thumbnails.of(read)
			.size(side, side)
			.addFilter(ExifFilterUtils.getFilterForOrientation(orientation))
			.outputFormat("jpg")
			.outputQuality(0.8)
			.toOutputStream(thumbnail);
		return thumbnail.toByteArray();
	}

	/**
	 * How the camera was held. Read from the file itself: Java's reader refuses the
	 * metadata of photos whose parts stand in another order than it expects.
	 */
	private static Orientation orientation(byte[] content) {
		ByteBuffer file = ByteBuffer.wrap(content);
		for (int at = 2; at + 4 <= content.length && content[at] == MARK;) {
			int end = at + 2 + (file.getShort(at + 2) & 0xffff);
			if (file.getShort(at) == EXIF) {
				return orientationIn(Arrays.copyOfRange(content, at + 4, Math.min(content.length, end)));
			}
			at = end;
		}
		return Orientation.TOP_LEFT;
	}

	private static Orientation orientationIn(byte[] exif) {
		try {
			return Objects.requireNonNullElse(ExifUtils.getOrientationFromExif(exif), Orientation.TOP_LEFT);
		}
		catch (RuntimeException ex) {
			return Orientation.TOP_LEFT;
		}
	}

	private static BufferedImage onWhite(BufferedImage image) {
		BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = opaque.createGraphics();
		graphics.drawImage(image, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return opaque;
	}

	private static Refusal broken() {
		return new Refusal("这张图片打不开，可能已经损坏。请重新拍摄，或另存为 JPG 后再上传。");
	}

}
