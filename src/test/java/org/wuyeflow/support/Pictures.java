package org.wuyeflow.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/**
 * Files as people upload them.
 */
public final class Pictures {

	/** Stands in the metadata of {@link #phonePhoto}, as a place would. */
	public static final String PLACE = "N31.2304 E121.4737";

	private static final int TURN_RIGHT = 6;

	private Pictures() {
	}

	/** A JPEG, its upper half in the first colour, its lower half in the second. */
	public static byte[] jpeg(int width, int height, Color above, Color below) {
		return write("jpg", paint(width, height, above, below, BufferedImage.TYPE_INT_RGB));
	}

	/** A PNG, see-through where the colour is. */
	public static byte[] png(int width, int height, Color above, Color below) {
		return write("png", paint(width, height, above, below, BufferedImage.TYPE_INT_ARGB));
	}

	/**
	 * A photo that a phone took upright: the camera lay on its side, and the metadata say
	 * so; they name the place too.
	 */
	public static byte[] phonePhoto(int width, int height, Color above, Color below) {
		byte[] plain = jpeg(width, height, above, below);
		byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
		ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + place.length);
		exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
		exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
		exif.putShort((short) 2);
		exif.putShort((short) 0x010e).putShort((short) 2).putInt(place.length).putInt(8 + 2 + 2 * 12 + 4);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) TURN_RIGHT).putShort((short) 0);
		exif.putInt(0).put(place);
		ByteBuffer photo = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
		photo.put(plain, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (exif.capacity() + 2));
		photo.put(exif.array()).put(plain, 2, plain.length - 2);
		return photo.array();
	}

	/** A PDF of one page with this text. */
	public static byte[] pdf(String text) {
		return """
				%%PDF-1.4
				1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
				2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
				3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
				%% %s
				trailer<</Root 1 0 R>>
				%%%%EOF
				""".formatted(text).getBytes(StandardCharsets.UTF_8);
	}

	private static BufferedImage paint(int width, int height, Color above, Color below, int type) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(above);
		graphics.fillRect(0, 0, width, height / 2);
		graphics.setColor(below);
		graphics.fillRect(0, height / 2, width, height - height / 2);
		graphics.dispose();
		return image;
	}

	private static byte[] write(String format, BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
