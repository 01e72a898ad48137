package org.wuyeflow.record.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes an {@code .xlsx} of any length in little memory: two lines of heading, a head
 * that stays when scrolling, then a real table. Text is text, whatever it begins with,
 * and exact; dates and times are such, in the offices' zone.
 */
public final class TableWriter implements Closeable {

	/** How many records fit into one sheet. */
	public static final int MOST_ROWS = Worksheet.MAX_ROWS - 10;

	private static final int HEAD = 2;

	private static final int ROWS_IN_MEMORY = 200;

	private static final int LONGEST_CELL = 32_000;

	private static final int FAST = 3;

	private static final String TOO_LONG = "……（内容过长，请在系统中查看）";

	/** What a sheet's XML cannot hold, and what looks like an escape already. */
	private static final Pattern ESCAPED = Pattern
		.compile("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]|_(?=x[0-9A-Fa-f]{4}_)");

	private final Workbook book;

	private final Worksheet sheet;

	private final ZoneId zone;

	private int row = HEAD;

	/**
	 * Begins a table.
	 * @param out where it goes; not closed
	 * @param title the sheet's title and name
	 * @param heading what stands below the title: form number, office, filter
	 * @param rows how many records will be added
	 */
	public TableWriter(OutputStream out, String title, String heading, List<Column> columns, int rows, ZoneId zone) {
		this.book = new Workbook(out, "wuyeflow", null);
		this.book.setCompressionLevel(FAST);
		this.sheet = this.book.newWorksheet(title.replaceAll("[\\\\/*?:\\[\\]]", " "));
		this.zone = zone;
		this.sheet.value(0, 0, title);
		this.sheet.style(0, 0).bold().fontSize(14).set();
		text(1, 0, heading);
		for (int i = 0; i < columns.size(); i++) {
			this.sheet.value(HEAD, i, columns.get(i).label());
			this.sheet.style(HEAD, i).bold().wrapText(true).set();
			this.sheet.width(i, columns.get(i).width());
		}
		if (rows > 0) {
			this.sheet.range(HEAD, 0, HEAD + rows, columns.size() - 1)
				.createTable(columns.stream().map(Column::label).toArray(String[]::new))
				.styleInfo()
				.setStyleName("TableStyleLight1");
		}
		this.sheet.freezePane(2, HEAD + 1);
		this.sheet.repeatRows(0, HEAD);
		this.sheet.pageOrientation("landscape");
	}

	/** Adds a record. */
	public void add(List<?> values) throws IOException {
		this.row++;
		for (int i = 0; i < values.size(); i++) {
			cell(this.row, i, values.get(i));
		}
		if (this.row % ROWS_IN_MEMORY == 0) {
			this.sheet.flush();
		}
	}

	@Override
	public void close() throws IOException {
		this.book.close();
	}

	private void cell(int at, int column, Object value) {
		if (value == null) {
			return;
		}
		if (value instanceof Instant moment) {
			this.sheet.value(at, column, LocalDateTime.ofInstant(moment, this.zone));
			this.sheet.style(at, column).format("yyyy-mm-dd hh:mm").set();
		}
		else if (value instanceof LocalDate day) {
			this.sheet.value(at, column, day);
			this.sheet.style(at, column).format("yyyy-mm-dd").set();
		}
		else if (value instanceof BigDecimal amount) {
			this.sheet.value(at, column, amount);
			this.sheet.style(at, column).format("#,##0.00").set();
		}
		else if (value instanceof Number number) {
			this.sheet.value(at, column, number);
		}
		else {
			text(at, column, value.toString());
		}
	}

	private void text(int at, int column, String text) {
		String fitting = (text.length() <= LONGEST_CELL) ? text
				: text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_CELL) - 1)) + TOO_LONG;
		this.sheet.inlineString(at, column,
				ESCAPED.matcher(fitting).replaceAll((found) -> "_x%04X_".formatted((int) found.group().charAt(0))));
	}

	/**
	 * A column.
	 *
	 * @param label the label, different from all others of the table
	 * @param width the width in characters
	 */
	public record Column(String label, int width) {
	}

}
