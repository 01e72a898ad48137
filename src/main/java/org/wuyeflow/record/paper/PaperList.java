package org.wuyeflow.record.paper;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A register, or what a filter leaves of it, as a table on paper.
 *
 * @param title the form's title
 * @param heads what stands above the table, from left to right
 * @param columns the labels of the columns
 * @param rows the cells of each record
 */
public record PaperList(String title, List<String> heads, List<String> columns, List<List<String>> rows) {

	/** Of A4 across, between the margins; in millimetres. */
	private static final double LINE = 258;

	private static final double PADDING = 4;

	private static final double HANZI = 3.2;

	private static final double LETTER = 1.8;

	/** A number, a time or a name stays on one line. */
	private static final double SHORT = 40;

	/** A longer text gets no more for it. */
	private static final double LONG = 160;

	private static final double LONG_LABEL = 4 * HANZI;

	private static final int FIRST_HANZI = 0x2e80;

	public PaperList {
		heads = List.copyOf(heads);
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
	}

	/**
	 * How wide each column is, in millimetres: what is short has the width that it needs,
	 * what is long shares the rest.
	 */
	public List<Integer> widths() {
		double[] needed = IntStream.range(0, this.columns.size()).mapToDouble(this::needed).toArray();
		double all = Arrays.stream(needed).sum();
		double longs = Arrays.stream(needed).filter((width) -> width > SHORT).sum();
		long many = Arrays.stream(needed).filter((width) -> width > SHORT).count();
		double rest = LINE - (all - longs);
		boolean shared = all > LINE && rest >= many * SHORT;
		return Arrays.stream(needed)
			.mapToObj((width) -> Math
				.toIntExact(Math.round(shared ? ((width > SHORT) ? width * rest / longs : width) : width * LINE / all)))
			.toList();
	}

	/** A label may stand on two lines. */
	private double needed(int column) {
		double label = length(this.columns.get(column));
		return this.rows.stream()
			.mapToDouble((row) -> Math.min(LONG, PADDING + length(row.get(column))))
			.reduce(PADDING + ((label > LONG_LABEL) ? label / 2 + HANZI : label), Math::max);
	}

	private static double length(String text) {
		return text.codePoints().mapToDouble((sign) -> (sign < FIRST_HANZI) ? LETTER : HANZI).sum();
	}

}
