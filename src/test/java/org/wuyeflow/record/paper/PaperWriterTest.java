package org.wuyeflow.record.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class PaperWriterTest {

	private static final PaperWriter WRITER = new PaperWriter(templates(), "翠湖物业管理有限公司");

	private static final String NAME = "𠮷田䶮";

	@Test
	void sameRecordGivesTheSameBytes() throws IOException {
		byte[] first = WRITER.sheets(List.of(sheet(NAME, "漏水")), false);
		byte[] second = new PaperWriter(templates(), "翠湖物业管理有限公司").sheets(List.of(sheet(NAME, "漏水")), false);
		assertThat(first).isEqualTo(second);
		assertThat(WRITER.sheets(List.of(sheet(NAME, "漏雨")), false)).isNotEqualTo(first);
		keep("sheet", first);
	}

	/**
	 * What was printed must be printed again years later, on another machine: renew the
	 * hash only when the paper shall look different.
	 */
	@Test
	void sameRecordGivesTheSameBytesOnEveryMachine() throws GeneralSecurityException {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(WRITER.sheets(List.of(sheet(NAME, "漏水")), false));
		assertThat(HexFormat.of().formatHex(hash))
			.isEqualTo("849809591a93a237f0fcd5d35f97e74cf623c0aed81bc12533cdc179b2559edd");
	}

	@Test
	void rareHanziAreInTheEmbeddedFont() throws IOException {
		byte[] pdf = WRITER.sheets(List.of(sheet(NAME, "一二三")), false);
		assertThat(text(pdf)).contains(NAME, "翠湖物业管理有限公司", "校验码 7Q4K-2M9X", "第 1 页　共 1 页");
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (var name : document.getPage(0).getResources().getFontNames()) {
				PDFont font = document.getPage(0).getResources().getFont(name);
				assertThat(font.isEmbedded()).as(font.getName()).isTrue();
			}
		}
		assertThat(pdf.length).isLessThan(200_000);
	}

	@Test
	void whatTheFontDoesNotHaveIsNamedAndNothingIsLost() throws IOException {
		assertThat(text(WRITER.sheets(List.of(sheet("\uD888\uDFAF王", "😀好\u0007的\uFEFF")), false)))
			.contains("[U+323AF]王", "[U+1F600]好的");
	}

	@Test
	void dashThatTheFontLacksIsAHyphen() throws IOException {
		assertThat(text(WRITER.sheets(List.of(sheet(NAME, "08:30–12:00")), false))).contains("08:30-12:00");
	}

	@Test
	void radicalsAreWrittenAsTheirHanzi() throws IOException {
		assertThat(text(WRITER.sheets(List.of(sheet(NAME, "\u2F08门页\u2F64")), false))).contains("人门页用", NAME);
	}

	@Test
	void markupAndBracesStandAsTyped() throws IOException {
		String typed = "<b>业主</b> & ${1+1} </td> &nbsp; \"引\"";
		assertThat(text(WRITER.sheets(List.of(sheet(NAME, typed)), false))).contains(typed);
	}

	@Test
	void longTextRunsOverSeveralPagesWithoutLoss() throws IOException {
		String text = "顾客反映电梯异响".repeat(1_250);
		byte[] pdf = WRITER.sheets(List.of(sheet(NAME, text), sheet(NAME, text.substring(0, 40))), false);
		assertThat(text(pdf).replaceAll("(值班记录表　编号：\\S+\\s*)?第 \\d+ 页　共 \\d+ 页|\\s", "")).contains(text);
		keep("long", pdf);
	}

	@Test
	void severalShortRecordsStandOnOnePageOrEachOnItsOwn() throws IOException {
		List<PaperSheet> three = List.of(sheet("甲", "一"), sheet("乙", "二"), sheet("丙", "三"));
		assertThat(pages(WRITER.sheets(three, false))).isEqualTo(3);
		byte[] together = WRITER.sheets(three, true);
		assertThat(pages(together)).isLessThan(3);
		keep("together", together);
	}

	@Test
	void registerRepeatsItsHeadOnEachPage() throws IOException {
		List<List<String>> rows = IntStream.rangeClosed(1, 120)
			.mapToObj((number) -> List.of("ZB-2026-%05d".formatted(number), "3-2-1501", NAME, "夜间巡查发现单元门未关"))
			.toList();
		byte[] pdf = WRITER.list(new PaperList("值班记录表", List.of("翠湖花园管理处", "版本 A/0", "共 120 条"),
				List.of("编号", "房号", "登记人", "事项"), rows));
		int pages = pages(pdf);
		assertThat(pages).isBetween(3, 8);
		assertThat(text(pdf).split("登记人", -1)).hasSize(pages + 1);
		keep("list", pdf);
	}

	@Test
	void longTextLeavesNumbersAndTimesOnOneLine() throws IOException {
		List<List<String>> rows = IntStream.rangeClosed(1, 9)
			.mapToObj((number) -> List.of("ZB-2026-%05d".formatted(number), "2026-03-05 14:30", NAME,
					"现场情况正常，".repeat(number * 60)))
			.toList();
		byte[] pdf = WRITER.list(new PaperList("值班记录表", List.of("翠湖花园管理处", "版本 A/0", "共 9 条"),
				List.of("编号", "登记时间", "登记人", "事项"), rows));
		assertThat(text(pdf)).contains("ZB-2026-00009 2026-03-05 14:30 " + NAME);
		keep("long-list", pdf);
	}

	@Test
	void noCompressorHasAPartInIt() {
		byte[] pdf = WRITER.sheets(List.of(sheet(NAME, "漏水")), false);
		assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-").doesNotContain("/Filter");
	}

	private static PaperSheet sheet(String name, String text) {
		return new PaperSheet("值班记录表", List.of("管理处：翠湖花园管理处", "版本：A/0", "编号：ZB-2026-00001"),
				List.of(new PaperSheet.Line("登记人", name, false), new PaperSheet.Line("房号", "3-2-1501", false),
						new PaperSheet.Line("发生时间", "2026-03-05 14:30", false), new PaperSheet.Line("事项", text, true),
						new PaperSheet.Line("处理情况", "", true)),
				List.of("业务编号"), true, List.of("值班人", "接班人"), "7Q4K-2M9X",
				"https://wuye.example.com/records/check/cuihu.ZB-2026-00001.7Q4K2M9X");
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	private static int pages(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		}
	}

	private static void keep(String name, byte[] pdf) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "paper"));
		Files.write(folder.resolve(name + ".pdf"), pdf);
	}

	private static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		return engine;
	}

}
