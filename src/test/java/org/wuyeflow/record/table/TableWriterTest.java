package org.wuyeflow.record.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.record.TakenOut;

import static org.assertj.core.api.Assertions.assertThat;

class TableWriterTest {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final List<TableWriter.Column> COLUMNS = List.of(new TableWriter.Column("编号", 16),
			new TableWriter.Column("时间", 17), new TableWriter.Column("事项", 40), new TableWriter.Column("金额", 12));

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "=cmd|' /C calc'!A0", "+86 138", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1 ", "0001",
			"2026-03-05", "1E9", "TRUE", "<b>&amp;</b>", "𠮷😀", "_x000D_", "a\nb", "'=1", "\"x\"" })
	void textIsTextAndExact(String text) throws IOException {
		List<String> row = TakenOut.cells(table(List.of(Arrays.asList("ZB-2026-00001", null, text, null)))).get(3);
		assertThat(row.get(1)).startsWith("t:");
		assertThat(plain(row.get(1).substring(2))).isEqualTo(text);
	}

	@Test
	void datesAndAmountsAreNumbersInOfficeTime() throws IOException {
		List<List<String>> cells = TakenOut.cells(table(List.of(
				List.of("ZB-2026-00001", Instant.parse("2026-03-05T16:30:00Z"), "x", new BigDecimal("12345.60")),
				List.of("ZB-2026-00002", LocalDate.of(2026, 3, 6), "y", 7))));
		assertThat(cells.get(0)).containsExactly("t:值班记录表");
		assertThat(cells.get(1)).containsExactly("t:版本 A/0");
		assertThat(cells.get(2)).containsExactly("t:编号", "t:时间", "t:事项", "t:金额");
		assertThat(cells.get(3).get(1)).startsWith("n:46087.0208");
		assertThat(cells.get(3).get(3)).isEqualTo("n:12345.60");
		assertThat(cells.get(4)).containsExactly("t:ZB-2026-00002", "n:46087.0", "t:y", "n:7");
	}

	@Test
	void emptyAndOverlongContentsGiveASheetToo() throws IOException {
		assertThat(TakenOut.cells(table(List.of()))).hasSize(3);
		String longest = TakenOut.cells(table(List.of(List.of("1", "", "𠮷".repeat(40_000), "")))).get(3).get(2);
		assertThat(longest).endsWith("𠮷……（内容过长，请在系统中查看）").hasSizeLessThan(32_767);
	}

	@Test
	void hundredThousandRowsNeedLittleMemory() throws IOException {
		List<Object> row = List.of("ZB-2026-00001", Instant.parse("2026-03-05T16:30:00Z"),
				"业主来电反映电梯异响，已通知工程部".repeat(4), new BigDecimal("1.00"));
		System.gc();
		long[] most = { 0 };
		long before = oldGeneration();
		try (TableWriter table = new TableWriter(OutputStream.nullOutputStream(), "值班记录表", "版本", COLUMNS, 100_000,
				SHANGHAI)) {
			for (int i = 0; i < 100_000; i++) {
				table.add(row);
				if (i % 25_000 == 0) {
					System.gc();
					most[0] = Math.max(most[0], oldGeneration() - before);
				}
			}
		}
		assertThat(most[0]).isLessThan(20_000_000);
	}

	private static long oldGeneration() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
			.sum();
	}

	private static byte[] table(List<? extends List<?>> rows) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (TableWriter table = new TableWriter(out, "值班记录表", "版本 A/0", COLUMNS, rows.size(), SHANGHAI)) {
			rows.forEach((row) -> {
				try {
					table.add(row);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		Files.createDirectories(Path.of("target", "paper"));
		Files.write(Path.of("target", "paper", "table.xlsx"), out.toByteArray());
		return out.toByteArray();
	}

	/** What a spreadsheet program makes of an escaped text. */
	private static String plain(String cell) {
		return java.util.regex.Pattern.compile("_x([0-9A-F]{4})_")
			.matcher(cell)
			.replaceAll((found) -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
	}

}
