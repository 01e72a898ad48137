package org.wuyeflow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what the application gave out: PDF and spreadsheets. */
public final class TakenOut {

	private TakenOut() {
	}

	/** The words of a PDF. */
	public static String text(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The cells of a spreadsheet, by row: texts behind {@code t:}, numbers behind
	 * {@code n:}, formulas behind {@code f:}.
	 */
	public static List<List<String>> cells(byte[] xlsx) {
		Path file = kept(xlsx);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<String> shared = new ArrayList<>();
			elements(root(zip, "xl/sharedStrings.xml"), "si").forEach((item) -> shared.add(item.getTextContent()));
			List<List<String>> rows = new ArrayList<>();
			for (Element row : elements(root(zip, "xl/worksheets/sheet1.xml"), "row")) {
				rows.add(elements(row, "c").stream().map((cell) -> cell(cell, shared)).toList());
			}
			return rows;
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String cell(Element cell, List<String> shared) {
		String type = cell.getAttribute("t");
		if (!elements(cell, "f").isEmpty()) {
			return "f:" + cell.getTextContent();
		}
		if (type.equals("s")) {
			return "t:" + shared.get(Integer.parseInt(cell.getTextContent()));
		}
		return (type.equals("inlineStr") ? "t:" : "n:") + cell.getTextContent();
	}

	/** A spreadsheet is read from its end, so from a file. */
	private static Path kept(byte[] xlsx) {
		try {
			Path file = Files.createTempFile("taken-out", ".xlsx");
			file.toFile().deleteOnExit();
			return Files.write(file, xlsx);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Element root(ZipFile zip, String part)
			throws ParserConfigurationException, SAXException, IOException {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(zip.getInputStream(zip.getEntry(part)))
			.getDocumentElement();
	}

	private static List<Element> elements(Element parent, String name) {
		NodeList found = parent.getElementsByTagName(name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			elements.add((Element) found.item(i));
		}
		return elements;
	}

}
