package org.wuyeflow.deadline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year's arrangement as an administrator uploads it: CSV with the columns
 * {@code 日期,类型,名称}, in UTF-8 or as Excel writes it in China.
 *
 * @param days the days that could be read
 * @param mistakes what is wrong, by line; where there is one, nothing may be loaded
 */
record CalendarFile(List<CalendarDay> days, List<String> mistakes) {

	static final String HEADER = "日期,类型,名称";

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");

	private static final int LONGEST_NAME = 40;

	static CalendarFile read(int year, byte[] bytes) {
		return new Reading(year).read(text(bytes));
	}

	private static String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(bytes, Charset.forName("GB18030"));
		}
	}

	private static final class Reading {

		private final int year;

		private final List<CalendarDay> days = new ArrayList<>();

		private final List<String> mistakes = new ArrayList<>();

		private final Map<LocalDate, Integer> lines = new HashMap<>();

		private Reading(int year) {
			this.year = year;
		}

		private CalendarFile read(String text) {
			List<String> rows = text.lines().toList();
			String first = rows.isEmpty() ? "" : rows.get(0).replace("\uFEFF", "").replace(" ", "");
			if (!first.equals(HEADER)) {
				this.mistakes.add("第 1 行：应为表头「" + HEADER + "」");
			}
			else {
				for (int line = 2; line <= rows.size(); line++) {
					String row = rows.get(line - 1);
					if (!row.replace(",", "").isBlank()) {
						row(line, row.split(",", -1));
					}
				}
				if (this.days.isEmpty() && this.mistakes.isEmpty()) {
					this.mistakes.add("文件里没有日期");
				}
			}
			return new CalendarFile(List.copyOf(this.days), List.copyOf(this.mistakes));
		}

		private void row(int line, String[] cells) {
			String mistake = (cells.length != 3) ? "应有三列：日期、类型、名称" : day(line, cells);
			if (mistake != null) {
				this.mistakes.add("第 " + line + " 行：" + mistake);
			}
		}

		private String day(int line, String[] cells) {
			String typed = cells[0].strip();
			Optional<LocalDate> date = date(typed);
			Optional<DayKind> kind = DayKind.find(cells[1].strip());
			String name = cells[2].strip();
			if (date.isEmpty()) {
				return "日期「" + typed + "」不存在，应写成 " + this.year + "-10-01 的样子";
			}
			if (kind.isEmpty()) {
				return "类型「" + cells[1].strip() + "」有误，应为「放假」或「调休上班」";
			}
			if (name.isEmpty() || name.length() > LONGEST_NAME) {
				return "名称应为 1 到 " + LONGEST_NAME + " 个字";
			}
			return day(line, new CalendarDay(date.get(), kind.get(), name));
		}

		private String day(int line, CalendarDay day) {
			if (day.date().isBefore(LocalDate.of(this.year - 1, 12, 1))
					|| day.date().isAfter(LocalDate.of(this.year + 1, 1, 31))) {
				return day.date() + " 不属于 " + this.year + " 年的安排";
			}
			if (day.kind() == DayKind.MAKE_UP_WORKDAY && !CalendarDay.weekend(day.date())) {
				return day.date() + " 本来就是工作日，不能写成调休上班";
			}
			Integer before = this.lines.putIfAbsent(day.date(), line);
			if (before != null) {
				return day.date() + " 与第 " + before + " 行重复";
			}
			this.days.add(day);
			return null;
		}

		private static Optional<LocalDate> date(String typed) {
			Matcher parts = DATE.matcher(typed);
			if (!parts.matches()) {
				return Optional.empty();
			}
			try {
				return Optional.of(LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
						Integer.parseInt(parts.group(3))));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		}

	}

}
