package org.wuyeflow.record.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.support.Pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckedFileTest {

	private static final byte[] PHOTO = Pictures.jpeg(1200, 800, Color.RED, Color.BLUE);

	@Test
	void typeIsToldByTheContentAndTheNameFollows() {
		assertThat(CheckedFile.of("钥匙.JPG", PHOTO).name()).isEqualTo("钥匙.JPG");
		assertThat(CheckedFile.of("setup.exe", PHOTO).name()).isEqualTo("setup.exe.jpg");
		assertThat(CheckedFile.of("照片.jpg", Pictures.png(10, 10, Color.RED, Color.BLUE)))
			.satisfies((file) -> assertThat(file.type()).isEqualTo(FileType.PNG))
			.satisfies((file) -> assertThat(file.name()).isEqualTo("照片.jpg.png"));
		assertThat(CheckedFile.of("委托书.pdf", Pictures.pdf("x")).thumbnail()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "'C:\\fakepath\\信.jpg', 信.jpg", "../../etc/passwd.jpg, passwd.jpg", "'a<b>\"c.jpg', abc.jpg",
			"'', 附件.jpg", "'/', 附件.jpg", "photo\u202Egpj.exe, photogpj.exe.jpg", "'行\r\n尾.jpg', 行尾.jpg" })
	void nameIsFitToBeShown(String name, String shown) {
		assertThat(CheckedFile.of(name, PHOTO).name()).isEqualTo(shown);
	}

	@Test
	void longNameKeepsItsEnd() {
		assertThat(CheckedFile.of("𠮷".repeat(300) + ".jpg", PHOTO).name()).isEqualTo("𠮷".repeat(96) + ".jpg");
	}

	@Test
	void fileStaysAsItCame() {
		byte[] photo = Pictures.phonePhoto(800, 600, Color.RED, Color.BLUE);
		assertThat(CheckedFile.of("a.jpg", photo).content()).isSameAs(photo);
		assertThat(CheckedFile.of("a.pdf", "%PDF-1.7 %%EOF".getBytes(StandardCharsets.US_ASCII)).sha256())
			.isEqualTo("12f38dcc70f1e40c3cc032d4d4493938b6b36922b89c67450fc638a1986d4242");
	}

	@Test
	void thumbnailIsSmallUprightAndSaysNothingOfThePlace() throws IOException {
		byte[] photo = Pictures.phonePhoto(1600, 1200, Color.RED, Color.BLUE);
		assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Pictures.PLACE);

		byte[] thumbnail = CheckedFile.of("a.jpg", photo).thumbnail();
		BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail));
		assertThat(small.getWidth()).isEqualTo(240);
		assertThat(small.getHeight()).isEqualTo(Picture.SIDE);
		assertThat(new Color(small.getRGB(200, 160)).getRed()).as("what was above is right").isGreaterThan(200);
		assertThat(new Color(small.getRGB(40, 160)).getBlue()).as("what was below is left").isGreaterThan(200);
		assertThat(new String(thumbnail, StandardCharsets.ISO_8859_1)).doesNotContain(Pictures.PLACE)
			.doesNotContain("Exif");
	}

	@Test
	void unreadableMetadataDoNoHarm() {
		byte[] photo = Pictures.phonePhoto(800, 600, Color.RED, Color.BLUE);
		for (int at = 6; at < 60; at++) {
			byte[] odd = photo.clone();
			odd[at] ^= 0x55;
			assertThat(CheckedFile.of("a.jpg", odd).thumbnail()).as("byte " + at).isNotEmpty();
		}
	}

	@Test
	void seeThroughPictureLiesOnWhite() throws IOException {
		byte[] thumbnail = CheckedFile.of("a.png", Pictures.png(400, 400, new Color(0, 0, 0, 0), Color.BLUE))
			.thumbnail();
		BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail));
		assertThat(new Color(small.getRGB(100, 20)).getGreen()).isGreaterThan(240);
	}

	@Test
	void smallPictureIsNotBlownUp() throws IOException {
		byte[] thumbnail = CheckedFile.of("a.png", Pictures.png(40, 20, Color.RED, Color.BLUE)).thumbnail();
		assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail)).getWidth()).isEqualTo(40);
	}

	@Test
	void otherTypesAreRefusedWithWhatToDo() {
		assertRefused("x.jpg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
				"只能上传 JPG、PNG 图片和 PDF 文件。");
		assertRefused("x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "只能上传");
		assertRefused("x.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1), "兼容性最佳");
		assertRefused("x.docx", "PK\u0003\u0004....".getBytes(StandardCharsets.ISO_8859_1), "另存为 PDF");
		assertRefused("x.jpg", new byte[0], "文件是空的");
	}

	@Test
	void brokenFilesAreRefused() {
		assertRefused("x.jpg", Arrays.copyOf(PHOTO, 300), "这张图片打不开");
		assertRefused("x.jpg", new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3, 4 }, "这张图片打不开");
		byte[] png = Pictures.png(500, 500, Color.RED, Color.BLUE);
		assertRefused("x.png", Arrays.copyOf(png, png.length / 2), "这张图片打不开");
		assertRefused("x.pdf", Arrays.copyOf(Pictures.pdf("x"), 60), "这个 PDF 文件不完整");
	}

	@Test
	void pictureThatUnpacksToTooMuchIsRefusedUnread() {
		byte[] png = Pictures.png(10, 10, Color.RED, Color.BLUE);
		ByteBuffer header = ByteBuffer.wrap(png);
		header.putInt(16, 60_000).putInt(20, 60_000);
		CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		header.putInt(29, (int) crc.getValue());
		assertRefused("x.png", png, "60000×60000 像素");
	}

	private static void assertRefused(String name, byte[] content, String sentence) {
		assertThatThrownBy(() -> CheckedFile.of(name, content)).isInstanceOf(Refusal.class)
			.hasMessageContaining(sentence);
	}

}
