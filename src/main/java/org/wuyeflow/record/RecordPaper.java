package org.wuyeflow.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.paper.PaperList;
import org.wuyeflow.record.paper.PaperSheet;
import org.wuyeflow.record.paper.PaperWriter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts records on paper as the form has them.
 */
@Service
@Transactional(readOnly = true)
class RecordPaper {

	/** How many records one print holds as sheets. */
	static final int MOST_SHEETS = 100;

	/** How many records one print holds as a table. */
	static final int MOST_ROWS = 2_000;

	/** A form of more columns is printed without those that hold nothing. */
	private static final int COLUMNS_WITH_BLANKS = 24;

	private static final int MOST_BOXES = 6;

	private final RecordReader reader;

	private final PaperWriter writer;

	private final String address;

	RecordPaper(RecordReader reader, PaperWriter writer, @Value("${wuyeflow.base-url}") String baseUrl) {
		this.reader = reader;
		this.writer = writer;
		this.address = baseUrl.replaceAll("/+$", "") + "/records/check/";
	}

	/** These records as sheets. */
	byte[] sheets(Register register, List<UUID> ids, Set<UUID> opened, boolean together) {
		if (ids.isEmpty()) {
			throw new Refusal("没有符合条件的记录，没有可打印的内容。");
		}
		return this.writer.sheets(this.reader.sheets(register, ids, opened).stream().map(this::sheet).toList(),
				together);
	}

	/** The empty form, to be filled in by hand. */
	byte[] blank(Register register, Office office) {
		List<PaperSheet.Line> lines = register.columns()
			.stream()
			.filter((column) -> !column.attribute().equals("serial"))
			.map((column) -> line(column, boxes(column)))
			.toList();
		return this.writer
			.sheets(List.of(new PaperSheet(register.form().title(), heads(register.form(), office, "________________"),
					lines, List.of(), false, register.form().signatures(), null, null)), false);
	}

	/**
	 * What a filter leaves, as a table.
	 * @throws Refusal (400) for more than {@value #MOST_ROWS} records
	 */
	byte[] list(Staff reader, Register register, RegisterFilter filter, Set<UUID> opened) {
		RegisterQuery.Rows found = this.reader.rows(reader, register, filter);
		List<Office> offices = this.reader.offices(reader, register);
		List<UUID> ids = found.ids(0, MOST_ROWS + 1);
		if (ids.size() > MOST_ROWS) {
			throw new Refusal("一次最多打印 " + MOST_ROWS + " 条记录，请先缩小查询范围。");
		}
		List<String> columns = new ArrayList<>();
		if (offices.size() > 1) {
			columns.add("管理处");
		}
		register.listed().forEach((column) -> columns.add(column.label()));
		List<List<String>> rows = this.reader.sheets(register, ids, opened).stream().map((sheet) -> {
			List<String> row = new ArrayList<>();
			if (offices.size() > 1) {
				row.add(sheet.office().name());
			}
			sheet.cells()
				.stream()
				.filter((cell) -> cell.column().listed())
				.forEach((cell) -> row.add(cell.value().text()));
			return row;
		}).toList();
		String place = (offices.size() == 1) ? offices.get(0).name() : filter.described(offices);
		return this.writer.list(new PaperList(register.form().title(),
				List.of(place, edition(register.form()), "共 " + rows.size() + " 条"), columns, rows));
	}

	/** The form's number and edition, as paper shows them. */
	static String edition(QualityForm form) {
		return form.number().map((number) -> number + "　").orElse("") + "版本 " + form.edition();
	}

	private PaperSheet sheet(RecordReader.Sheet sheet) {
		boolean sparse = sheet.cells().size() > COLUMNS_WITH_BLANKS;
		List<PaperSheet.Line> lines = (sparse ? sheet.filled() : sheet.cells()).stream()
			.filter((cell) -> !cell.column().attribute().equals("serial"))
			.map((cell) -> line(cell.column(), cell.value().text()))
			.toList();
		CheckCode check = CheckCode.of(sheet.record(), this.reader.writings(sheet.record()));
		boolean masked = sheet.cells().stream().anyMatch((cell) -> cell.value().masked());
		QualityForm form = sheet.register().form();
		return new PaperSheet(form.title(), heads(form, sheet.office(), sheet.record().serial()), lines,
				sparse ? sheet.blank() : List.of(), masked, form.signatures(), check.shown(),
				this.address + check.address());
	}

	private static PaperSheet.Line line(RegisterColumn column, String text) {
		return new PaperSheet.Line(column.label(), text, column.wide(text));
	}

	/** What is to be ticked by hand, where there is little to choose from. */
	private static String boxes(RegisterColumn column) {
		List<Corrections.Choice> choices = Corrections.choices(column.type());
		return (choices.size() > MOST_BOXES) ? ""
				: choices.stream().map((choice) -> "□ " + choice.label()).collect(Collectors.joining("　"));
	}

	private static List<String> heads(QualityForm form, Office office, String serial) {
		return List.of(office.name(), edition(form), "编号：" + serial);
	}

}
