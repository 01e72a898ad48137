package org.wuyeflow.record;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.table.TableWriter;

import org.springframework.stereotype.Service;

/**
 * Exports what a filter leaves of a register, with all columns of the form, reading some
 * hundred records at a time.
 */
@Service
class RecordTable {

	private static final int AT_ONCE = 250;

	private static final int TIME_WIDTH = 17;

	private static final int DATE_WIDTH = 12;

	private static final int TEXT_WIDTH = 40;

	private static final int SHORT_WIDTH = 16;

	private final RecordReader reader;

	private final ZoneId zone;

	RecordTable(RecordReader reader, Clock clock) {
		this.reader = reader;
		this.zone = clock.getZone();
	}

	/**
	 * Which records the filter leaves.
	 * @throws Refusal (400) for more than a sheet holds, and as the reader's rights say
	 */
	List<UUID> ids(Staff reader, Register register, RegisterFilter filter) {
		List<UUID> ids = this.reader.rows(reader, register, filter).ids(0, TableWriter.MOST_ROWS + 1);
		if (ids.size() > TableWriter.MOST_ROWS) {
			throw new Refusal("符合条件的记录太多，一张表放不下，请先缩小查询范围。");
		}
		return ids;
	}

	/** Writes these records. */
	void write(OutputStream out, Register register, List<Office> offices, RegisterFilter filter, List<UUID> ids,
			Set<UUID> opened) throws IOException {
		List<TableWriter.Column> columns = new ArrayList<>();
		Set<String> labels = new HashSet<>(Set.of("管理处"));
		columns.add(new TableWriter.Column("管理处", SHORT_WIDTH));
		for (RegisterColumn column : register.columns()) {
			String label = column.label();
			for (int i = 2; !labels.add(label); i++) {
				label = column.label() + i;
			}
			columns.add(new TableWriter.Column(label, width(column)));
		}
		String heading = RecordPaper.edition(register.form()) + "　" + filter.described(offices) + "　共 " + ids.size()
				+ " 条";
		try (TableWriter table = new TableWriter(out, register.form().title(), heading, columns, ids.size(),
				this.zone)) {
			for (int from = 0; from < ids.size(); from += AT_ONCE) {
				List<UUID> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
				for (RecordReader.Sheet sheet : this.reader.sheets(register, some, opened)) {
					List<Object> row = new ArrayList<>();
					row.add(sheet.office().name());
					sheet.cells().forEach((cell) -> row.add(value(cell, sheet.record())));
					table.add(row);
				}
			}
		}
	}

	private static Object value(RecordReader.Cell cell, QualityRecord record) {
		Object value = cell.column().value(record);
		boolean typed = value instanceof Instant || value instanceof LocalDate || value instanceof Number;
		if (typed && cell.column().personal().isEmpty()) {
			return value;
		}
		return cell.value().text().isEmpty() ? null : cell.value().text();
	}

	private static int width(RegisterColumn column) {
		if (column.time()) {
			return TIME_WIDTH;
		}
		if (column.type() == LocalDate.class) {
			return DATE_WIDTH;
		}
		return column.wide() ? TEXT_WIDTH : SHORT_WIDTH;
	}

}
