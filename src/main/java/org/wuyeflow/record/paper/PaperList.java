package org.wuyeflow.record.paper;

import java.util.List;

/**
 * A register, or what a filter leaves of it, as a table on paper.
 *
 * @param title the form's title
 * @param heads what stands above the table, from left to right
 * @param columns the labels of the columns
 * @param rows the cells of each record
 */
public record PaperList(String title, List<String> heads, List<String> columns, List<List<String>> rows) {

	public PaperList {
		heads = List.copyOf(heads);
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
	}

}
