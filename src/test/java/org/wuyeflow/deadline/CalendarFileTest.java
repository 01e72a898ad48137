package org.wuyeflow.deadline;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarFileTest {

	private static final String GOOD = "日期,类型,名称\r\n2027-01-01,放假,元旦\r\n2027/2/6,调休上班,春节\r\n,,\r\n";

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030" })
	void fileIsReadInUtf8AndAsExcelWritesItInChina(String charset) {
		CalendarFile file = CalendarFile.read(2027, GOOD.getBytes(Charset.forName(charset)));

		assertThat(file.mistakes()).isEmpty();
		assertThat(file.days()).containsExactly(new CalendarDay(LocalDate.of(2027, 1, 1), DayKind.DAY_OFF, "元旦"),
				new CalendarDay(LocalDate.of(2027, 2, 6), DayKind.MAKE_UP_WORKDAY, "春节"));
	}

	@Test
	void byteOrderMarkIsNoPartOfTheHeader() {
		assertThat(read("\uFEFF" + GOOD).mistakes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2027-02-30,放假,春节 | 第 2 行：日期「2027-02-30」不存在，应写成 2027-10-01 的样子",
					"二月一日,放假,春节 | 第 2 行：日期「二月一日」不存在，应写成 2027-10-01 的样子",
					"2027-02-01,休息,春节 | 第 2 行：类型「休息」有误，应为「放假」或「调休上班」", "2027-02-01,放假, | 第 2 行：名称应为 1 到 40 个字",
					"2027-02-01,放假 | 第 2 行：应有三列：日期、类型、名称", "2026-10-01,放假,国庆节 | 第 2 行：2026-10-01 不属于 2027 年的安排",
					"2027-02-01,调休上班,春节 | 第 2 行：2027-02-01 本来就是工作日，不能写成调休上班" })
	void badRowIsNamedByLineAndReason(String row, String mistake) {
		assertThat(read("日期,类型,名称\n" + row + "\n2027-10-01,放假,国庆节").mistakes()).containsExactly(mistake);
	}

	@Test
	void eachBadRowIsNamed() {
		assertThat(read("日期,类型,名称\n2027-10-01,放假,国庆节\n2027-10-01,放假,国庆节\n\n2027-13-01,放假,国庆节").mistakes())
			.containsExactly("第 3 行：2027-10-01 与第 2 行重复", "第 5 行：日期「2027-13-01」不存在，应写成 2027-10-01 的样子");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2027-10-01,放假,国庆节", "日期;类型;名称\n" })
	void fileWithoutItsHeaderIsRefused(String text) {
		assertThat(read(text).mistakes()).containsExactly("第 1 行：应为表头「日期,类型,名称」");
	}

	@Test
	void fileWithoutDaysIsRefused() {
		assertThat(read("日期,类型,名称\n").mistakes()).containsExactly("文件里没有日期");
	}

	private static CalendarFile read(String text) {
		return CalendarFile.read(2027, text.getBytes(StandardCharsets.UTF_8));
	}

}
