package org.wuyeflow.record.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import org.springframework.core.io.ClassPathResource;

/**
 * The font of everything on paper: all hanzi that Noto Sans CJK has for simplified
 * Chinese, 𠮷 among them, so that no name depends on what the machine has installed. The
 * machine's own fonts are never looked for.
 */
final class PaperFont {

	private final byte[] file;

	private final CmapLookup characters;

	PaperFont() {
		try {
			this.file = new ClassPathResource("fonts/wuyeflow-print.ttf").getContentAsByteArray();
			TrueTypeFont font = parse();
			this.characters = font.getUnicodeCmapLookup();
			FontMappers.set(new NoOther(font));
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
			if (has(sign)) {
				printable.appendCodePoint(sign);
				return;
			}
			String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
			if (plain.codePoints().allMatch(this::has)) {
				printable.append(plain);
			}
			else if (sign == '\t' || Character.isSpaceChar(sign)) {
				printable.append(' ');
			}
			else if (Character.getType(sign) == Character.DASH_PUNCTUATION) {
				printable.append('-');
			}
			else if (!Character.isISOControl(sign) && Character.getType(sign) != Character.FORMAT
					&& Character.getType(sign) != Character.NON_SPACING_MARK) {
				printable.append("[U+%04X]".formatted(sign));
			}
		});
		return printable.toString();
	}

	private boolean has(int sign) {
		return sign == '\n' || sign == ' ' || this.characters.getGlyphId(sign) != 0;
	}

	private TrueTypeFont parse() throws IOException {
		return new TTFParser().parse(new RandomAccessReadBuffer(this.file));
	}

	/** Answers each question for another font with this one. */
	private record NoOther(TrueTypeFont font) implements FontMapper {

		@Override
		public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
			return new FontMapping<>(this.font, false);
		}

		@Override
		public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
			return new FontMapping<>(this.font, false);
		}

		@Override
		public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
			return new CIDFontMapping(null, this.font, false);
		}

	}

}
