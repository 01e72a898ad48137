package org.wuyeflow.record.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * One record, or a blank form, as it is laid out on paper.
 *
 * @param title the form's title
 * @param heads what stands above the table, from left to right: office, number, serial
 * @param lines the columns with their contents, in the form's order
 * @param blank the labels of columns that hold nothing and are left out
 * @param masked whether personal data is hidden
 * @param signatures who signs by hand
 * @param check the check code, or null on a blank form
 * @param checkAddress the address that the square code leads to, or null on a blank form
 */
public record PaperSheet(String title, List<String> heads, List<Line> lines, List<String> blank, boolean masked,
		List<String> signatures, String check, String checkAddress) {

	public PaperSheet {
		heads = List.copyOf(heads);
		lines = List.copyOf(lines);
		blank = List.copyOf(blank);
		signatures = List.copyOf(signatures);
	}

	/** The lines of the table: two short columns beside each other, a wide one alone. */
	public List<List<Line>> rows() {
		List<List<Line>> rows = new ArrayList<>();
		List<Line> pair = null;
		for (Line line : this.lines) {
			if (line.wide()) {
				rows.add(List.of(line));
				pair = null;
			}
			else if (pair != null && pair.size() == 1) {
				pair.add(line);
			}
			else {
				pair = new ArrayList<>(List.of(line));
				rows.add(pair);
			}
		}
		return rows;
	}

	/** The square code as an image, or null on a blank form. */
	public String squareCode() {
		return (this.checkAddress != null) ? SquareCode.image(this.checkAddress) : null;
	}

	/**
	 * A column on paper.
	 *
	 * @param label the label
	 * @param text the content; empty where it is to be written by hand
	 * @param wide whether it has a line of its own
	 */
	public record Line(String label, String text, boolean wide) {
	}

}
