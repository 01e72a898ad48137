package org.wuyeflow.record.paper;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import org.springframework.core.io.ClassPathResource;

/**
 * The font of everything on paper: all hanzi of GB 18030 that Noto Sans CJK has, 𠮷 among
 * them, so that no name depends on what the machine has installed.
 */
final class PaperFont {

	private final byte[] file;

	private final CmapLookup characters;

	PaperFont() {
		try {
			this.file = new ClassPathResource("fonts/wuyeflow-print.ttf").getContentAsByteArray();
			this.characters = parse().getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The font, for this document; only the characters used are embedded. */
	PDFont in(PDDocument document) throws IOException {
		return PDType0Font.load(document, parse(), true);
	}

	/**
	 * The text with each character that the font does not have named by its number, and
	 * each that no document takes left out: nothing that was written disappears unseen.
	 */
	String printable(String text) {
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach((sign) -> {
			if (sign == '\n' || sign == ' ' || this.characters.getGlyphId(sign) != 0) {
				printable.appendCodePoint(sign);
			}
			else if (sign == '\t' || Character.isSpaceChar(sign)) {
				printable.append(' ');
			}
			else if (!Character.isISOControl(sign) && Character.getType(sign) != Character.FORMAT
					&& Character.getType(sign) != Character.NON_SPACING_MARK) {
				printable.append("[U+%04X]".formatted(sign));
			}
		});
		return printable.toString();
	}

	private TrueTypeFont parse() throws IOException {
		return new TTFParser().parse(new RandomAccessReadBuffer(this.file));
	}

}
