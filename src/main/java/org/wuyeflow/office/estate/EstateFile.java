package org.wuyeflow.office.estate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of houses and of who owns them and lives in them, as CSV in UTF-8 or as Excel
 * writes it in China.
 *
 * @param rows the rows that could be read
 * @param mistakes what is wrong, by line; where there is one, nothing may be loaded
 */
record EstateFile(List<EstateRow> rows, List<String> mistakes) {

	private static final String EXCEL = "这是 Excel 工作簿，不是 CSV。请在 Excel 里「另存为」，类型选「CSV UTF-8（逗号分隔）」。";

	EstateFile {
		rows = List.copyOf(rows);
		mistakes = List.copyOf(mistakes);
	}

	/**
	 * Reads a file.
	 * @param offices the offices it may be about
	 * @param today no house is moved into later
	 */
	static EstateFile read(byte[] bytes, List<EstateOffice> offices, LocalDate today) {
		if (startsWith(bytes, 'P', 'K') || startsWith(bytes, 0xD0, 0xCF)) {
			return broken(EXCEL);
		}
		if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
			return broken("文件的编码是 Unicode 文本。请在 Excel 里「另存为」，类型选「CSV UTF-8（逗号分隔）」。");
		}
		try {
			return new Reading(offices, today).read(text(bytes));
		}
		catch (CharacterCodingException ex) {
			return broken("文件的编码无法识别。请在 Excel 里「另存为」，类型选「CSV UTF-8（逗号分隔）」。");
		}
	}

	private static EstateFile broken(String mistake) {
		return new EstateFile(List.of(), List.of(mistake));
	}

	private static boolean startsWith(byte[] bytes, int first, int second) {
		return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
	}

	private static String text(byte[] bytes) throws CharacterCodingException {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			return Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
	}

	/** One reading of one file. */
	private static final class Reading {

		private final List<EstateRow> rows = new ArrayList<>();

		private final List<String> mistakes = new ArrayList<>();

		private final Map<Object, Integer> lines = new HashMap<>();

		private final Map<EstateRow.Place, EstateRow> buildings = new HashMap<>();

		private final Map<EstateRow.Place, EstateRow> movedIn = new HashMap<>();

		private final RowReader reader;

		private Map<String, Integer> columns;

		private Reading(List<EstateOffice> offices, LocalDate today) {
			this.reader = new RowReader(offices, today);
		}

		private EstateFile read(String text) {
			CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
			int line = 1;
			try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
				for (CSVRecord record : parser) {
					read(record, line);
					line = (int) parser.getCurrentLineNumber() + 1;
					if (this.columns == null && !this.mistakes.isEmpty()) {
						return new EstateFile(this.rows, this.mistakes);
					}
				}
			}
			catch (UncheckedIOException | IOException ex) {
				this.mistakes.add("第 " + line + " 行：引号不成对，从这里起读不下去");
			}
			if (this.columns == null) {
				this.mistakes.add("文件是空的，第 1 行应为表头「" + Column.header() + "」");
			}
			else if (this.rows.isEmpty() && this.mistakes.isEmpty()) {
				this.mistakes.add("文件里只有表头，没有房屋");
			}
			return new EstateFile(this.rows, this.mistakes);
		}

		private void read(CSVRecord record, int line) {
			if (record.stream().allMatch((cell) -> RowReader.cleaned(cell).isEmpty())) {
				return;
			}
			if (this.columns == null) {
				header(record, line);
				return;
			}
			List<String> wrong = new ArrayList<>();
			if (record.size() > this.columns.size()
					&& record.stream().skip(this.columns.size()).anyMatch((cell) -> !cell.isBlank())) {
				wrong.add("有 " + record.size() + " 列，比表头多；内容里有逗号的要加引号");
			}
			else {
				this.reader.read(line, (column) -> cell(record, column), wrong).ifPresent((row) -> accept(row, wrong));
			}
			if (!wrong.isEmpty()) {
				this.mistakes.add("第 " + line + " 行：" + String.join("；", wrong));
			}
		}

		private void header(CSVRecord record, int line) {
			Map<String, Integer> found = new LinkedHashMap<>();
			List<String> wrong = new ArrayList<>();
			for (int i = 0; i < record.size(); i++) {
				String name = RowReader.cleaned(record.get(i));
				if (!name.isEmpty() && Column.find(name).isEmpty()) {
					wrong.add("不认识的列「" + ((name.length() > 20) ? name.substring(0, 20) + "…" : name) + "」");
				}
				else if (!name.isEmpty() && found.putIfAbsent(name, i) != null) {
					wrong.add("列「" + name + "」出现了两次");
				}
			}
			String missing = Column.required()
				.filter((column) -> !found.containsKey(column.label()))
				.map((column) -> "「" + column.label() + "」")
				.collect(Collectors.joining("、"));
			if (!missing.isEmpty()) {
				wrong.add("缺少列" + missing);
			}
			if (wrong.isEmpty()) {
				this.columns = found;
			}
			else {
				this.mistakes.add("第 " + line + " 行：" + String.join("；", wrong) + "。表头应为「" + Column.header() + "」");
			}
		}

		private String cell(CSVRecord record, Column column) {
			Integer position = this.columns.get(column.label());
			return (position != null && position < record.size()) ? RowReader.cleaned(record.get(position)) : "";
		}

		/** Takes a row that is well by itself, unless it contradicts one before it. */
		private void accept(EstateRow row, List<String> wrong) {
			Integer same = this.lines.putIfAbsent(List.of(row.place(), Optional.ofNullable(row.occupant())),
					row.line());
			if (same != null) {
				wrong.add("与第 " + same + " 行重复");
			}
			List<String> parts = row.house().groups();
			if (parts.size() > 1) {
				EstateRow before = this.buildings.putIfAbsent(new EstateRow.Place(row.office().id(), parts.get(0)),
						row);
				if (before != null && before.house().parts() != parts.size()) {
					wrong.add("房号 " + row.house().value() + " 与同一栋的 " + before.house().value() + "（第 " + before.line()
							+ " 行）写法不一致，是不是少写了单元");
				}
			}
			if (row.movedInOn() != null) {
				EstateRow before = this.movedIn.putIfAbsent(row.place(), row);
				if (before != null && !before.movedInOn().equals(row.movedInOn())) {
					wrong.add("入住日期与第 " + before.line() + " 行（同一房屋）不一致");
				}
			}
			this.rows.add(row);
		}

	}

}
