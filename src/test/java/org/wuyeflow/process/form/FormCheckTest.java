package org.wuyeflow.process.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FormCheckTest {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-08T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

	private static final Form FORM = form();

	private final FormCheck check = new FormCheck(NOON);

	private final Map<String, Object> submitted = new HashMap<>(
			Map.of("subject", "楼上漏水", "channel", "phone", "agreed", true));

	private Set<String> offices = Set.of("cuihu");

	@Test
	void smallestGoodSubmissionIsAcceptedWithCheckboxesAnswered() {
		assertThat(accepted()).containsOnly(Map.entry("subject", "楼上漏水"), Map.entry("channel", "phone"),
				Map.entry("agreed", true), Map.entry("settled", false));
	}

	@Test
	void everyKindOfFieldIsAcceptedAsTyped() {
		this.submitted.putAll(Map.of("words", "第一行\n<b>${1+1}</b> 𠮷😀", "phone", "13800138000", "email", "a@b.cn",
				"received", "2026-03-08T11:59", "visit", "2026-03-09", "clock", "09:30", "people", 3, "units", 10L,
				"amount", "12.50"));
		this.submitted.put("tags", List.of("noise", "leak"));
		this.submitted.put("payments", List.of(Map.of("purpose", "清洁", "sum", 20.5)));
		this.submitted.put("department", "工程");
		Map<String, Object> expected = new HashMap<>(this.submitted);
		expected.put("settled", false);
		expected.put("units", 10);
		assertThat(accepted()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			subject   | 短            | 「事项」至少要填写2个字。
			subject   | 一二三四五六七八九十一二三四五六七八九十一 | 「事项」不能超过20个字，现在有21个字。
			phone     | 12345         | 「联系电话」格式不正确（应为11位手机号或带区号的座机）。
			phone     | x13800138000  | 「联系电话」格式不正确（应为11位手机号或带区号的座机）。
			email     | a.b.cn        | 「邮箱」格式不正确。
			received  | 2026-03-08T12:01 | 「收到日期」不能晚于现在。
			received  | 2026-02-30T10:00 | 「收到日期」不是有效的日期和时间（例如2026-03-08T09:30）。
			received  | 2026-03-08T10:00Z | 「收到日期」不是有效的日期和时间（例如2026-03-08T09:30）。
			received  | 0026-03-08T10:00 | 「收到日期」的年份不正确。
			visit     | 2026-03-07    | 「走访日期」不能早于今天。
			visit     | 8/3/2026      | 「走访日期」不是有效的日期（例如2026-03-08）。
			clock     | 25:00         | 「走访时间」不是有效的时间（例如09:30）。
			people    | 0             | 「人数」不能小于1。
			people    | 10            | 「人数」不能大于9。
			people    | 1.5           | 「人数」必须是整数。
			people    | 三             | 「人数」必须是数字。
			people    | 1e3           | 「人数」必须是数字。
			units     | 7             | 「份数」必须是5的倍数。
			amount    | 1.005         | 「金额」最多2位小数。
			amount    | -1            | 「金额」不能小于0。
			channel   | radio         | 「来源」的选项无效，请从列表中选择。
			tags      | noise         | 「标签」的选项无效，请从列表中选择。
			agreed    | true          | 「已阅读说明」只能是勾选或不勾选。
			payments  | 20            | 「费用」的内容格式不正确。
			""")
	void wrongTextIsRefusedByTheFieldsLabel(String key, String value, String sentence) {
		this.submitted.put(key, value);
		assertRefused(sentence);
	}

	@Test
	void textWhereAnotherTypeComesIsRefused() {
		this.submitted.put("subject", 12);
		this.submitted.put("received", 20260308);
		this.submitted.put("people", true);
		assertRefused("「事项」必须是文字；「收到日期」的时间格式不正确；「人数」必须是数字。");
	}

	@Test
	void missingAndBlankRequiredFieldsAreAllNamedInOneSentence() {
		this.submitted.clear();
		this.submitted.put("subject", " \u3000 ");
		this.submitted.put("channel", null);
		assertRefused("「事项」必须填写；「来源」必须选择；「已阅读说明」必须勾选。");
	}

	@Test
	void unknownFieldIsRefusedWithoutEchoingItsText() {
		this.submitted.put("approved", true);
		this.submitted.put("<script>", null);
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::accepted)
			.withMessageContaining("表单里没有「approved」这一项，请去掉")
			.withMessageContaining("「?script?」");
	}

	@Test
	void tenThousandCharactersFitAndOneMoreDoesNot() {
		this.submitted.put("words", "字".repeat(10_000));
		assertThatNoException().isThrownBy(this::accepted);
		this.submitted.put("words", "字".repeat(10_001));
		assertRefused("「投诉内容」不能超过10000个字，现在有10001个字。");
	}

	@Test
	void controlCharactersHalfCharactersAndSecondLinesAreRefused() {
		this.submitted.put("words", "a\u0000b");
		this.submitted.put("subject", "一\n二");
		this.submitted.put("email", "a\uD842");
		assertRefused("「事项」只能填写一行；「投诉内容」含有无法保存的控制字符，请删去后重新输入；「邮箱」含有无法保存的控制字符，请删去后重新输入。");
	}

	@Test
	void chosenValueMustBeOfferedAndOnlyOnce() {
		this.submitted.put("tags", List.of("noise", "noise"));
		assertRefused("「标签」的选项无效，请从列表中选择。");
		this.submitted.put("tags", List.of("noise", 7));
		assertRefused("「标签」的选项无效，请从列表中选择。");
	}

	@Test
	void fieldIsRequiredOnlyWhileItsConditionShowsIt() {
		this.submitted.put("settled", true);
		assertRefused("「解决情况」必须填写。");
		this.submitted.put("how", "已当面解释");
		assertThat(accepted()).containsEntry("how", "已当面解释");
	}

	@Test
	void hiddenFieldIsRefusedWhenFilledAndIgnoredWhenEmpty() {
		this.submitted.put("how", "已当面解释");
		assertRefused("「解决情况」在当前选择下不用填写，请去掉。");
		this.submitted.put("how", "");
		assertThat(accepted()).doesNotContainKey("how");
	}

	@Test
	void hiddenGroupHidesItsFields() {
		this.submitted.putAll(Map.of("settled", true, "how", "好", "department", "工程"));
		assertRefused("「处理部门」在当前选择下不用填写，请去掉。");
	}

	@Test
	void conditionSeesWhatTheProcessKnows() {
		Form form = FormParser.parse("""
				{"id":"f","components":[{"id":"A","type":"textfield","key":"reason","label":"原因",
				"validate":{"required":true},"conditional":{"hide":"=level < 3"}}]}""");
		assertThat(this.check.accept(form, Map.of(), Set.of(), () -> Map.of("level", 2))).isEmpty();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.check.accept(form, Map.of(), Set.of(), () -> Map.of("level", 3)))
			.withMessage("「原因」必须填写。");
	}

	@Test
	void wrongRowOfAListIsNamed() {
		this.submitted.put("payments", List.of(Map.of("purpose", "清洁"), Map.of("sum", -1, "extra", "x"), "row"));
		assertRefused("「费用」第2行「用途」必须填写；「费用」第2行「费用金额」不能小于0；表单里没有「extra」这一项，请去掉；「费用」第3行的内容格式不正确。");
	}

	@Test
	void readOnlyFieldIsDropped() {
		this.submitted.put("shown", "forged");
		assertThat(accepted()).doesNotContainKey("shown");
	}

	@Test
	void officeIsAskedOnlyOfPeopleWithSeveral() {
		this.submitted.put("office", "cuihu");
		assertThat(accepted()).doesNotContainKey("office");
		this.submitted.put("office", "jinmao");
		assertRefused("「管理处」只能是您所在的管理处。");
		this.offices = Set.of("cuihu", "jinmao");
		assertThat(accepted()).containsEntry("office", "jinmao");
		this.submitted.put("office", "other");
		assertRefused("「管理处」的选项无效，请从列表中选择。");
		this.submitted.remove("office");
		assertRefused("「管理处」必须选择。");
	}

	private Map<String, Object> accepted() {
		return this.check.accept(FORM, this.submitted, this.offices, Map::of);
	}

	private void assertRefused(String sentence) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::accepted).withMessage(sentence);
	}

	private static Form form() {
		try (InputStream json = FormCheckTest.class.getResourceAsStream("/guarded/register-trial.form")) {
			return FormParser.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
