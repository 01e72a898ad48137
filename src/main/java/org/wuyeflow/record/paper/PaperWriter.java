package org.wuyeflow.record.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes records and registers as PDF. The same content gives the same bytes: nothing in
 * it depends on the time, the node or the fonts of the machine, nor on how its Java
 * compresses. Streams are not compressed; the server does that on the way.
 */
@Component
public class PaperWriter {

	private static final int NORMAL = 400;

	private static final String FAMILY = "paper";

	static {
		XRLog.setLoggingEnabled(false);
	}

	private final ITemplateEngine templates;

	private final PaperFont font = new PaperFont();

	private final String company;

	PaperWriter(ITemplateEngine templates, @Value("${wuyeflow.company:}") String company) {
		this.templates = templates;
		this.company = company.strip();
	}

	/**
	 * Sheets of one form.
	 * @param sheets the records, in their order
	 * @param together whether several stand on one page where they fit; else each begins
	 * a page
	 */
	public byte[] sheets(List<PaperSheet> sheets, boolean together) {
		return write("paper/sheets", Map.of("sheets", sheets, "together", together));
	}

	/** A register as a table. */
	public byte[] list(PaperList list) {
		return write("paper/list", Map.of("list", list));
	}

	private byte[] write(String template, Map<String, Object> content) {
		Context context = new Context();
		context.setVariables(content);
		context.setVariable("company", this.company);
		String page = this.font.printable(this.templates.process(template, context));
		try (PDDocument document = new PDDocument()) {
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.usePDDocument(document);
			builder.useFont(new PDFontSupplier(this.font.in(document)), FAMILY, NORMAL, FontStyle.NORMAL, true);
			builder.useUnicodeLineBreaker(new ChineseLines());
			builder.withHtmlContent(page, null);
			try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
				renderer.createPDFWithoutClosing();
			}
			document.setDocumentInformation(new PDDocumentInformation());
			return plain(saved(document));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The document with each stream as it is: fonts are made only when it is saved. */
	private static byte[] plain(byte[] compressed) throws IOException {
		try (PDDocument document = Loader.loadPDF(compressed)) {
			COSDocument objects = document.getDocument();
			for (COSObjectKey key : objects.getXrefTable().keySet()) {
				if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream) {
					byte[] content = new PDStream(stream).toByteArray();
					stream.removeItem(COSName.FILTER);
					stream.removeItem(COSName.DECODE_PARMS);
					try (OutputStream raw = stream.createRawOutputStream()) {
						raw.write(content);
					}
				}
			}
			return saved(document);
		}
	}

	private static byte[] saved(PDDocument document) throws IOException {
		document.setDocumentId(0L);
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		document.save(written, CompressParameters.NO_COMPRESSION);
		return written.toByteArray();
	}

}
