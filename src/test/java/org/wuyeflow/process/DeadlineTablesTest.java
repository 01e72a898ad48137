package org.wuyeflow.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeadlineTablesTest {

	private static final Path TABLE = Path.of("processes", "complaint", "complaint-deadline.dmn");

	@Test
	void tableThatIsInForceCanBeRead() {
		assertThatCode(() -> check(Files.readString(TABLE))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'',
			value = { "\"2个工作日\", \"2工作天\", 第 2 行「办结」的 \"2工作天\" 看不懂", "\"30个工作分钟\", \"很快\", 第 1 行「首次答复」的 \"很快\" 看不懂",
					"<text>75</text>, <text>0</text>, 第 1 行「提醒（用去时限的百分比）」的 0 看不懂",
					"\"vice-president\", \"vice-president-x\", 第 2 行「再上一级」的 \"vice-president-x\" 看不懂",
					"\"assistant-manager\", assistant-manager, 第 1 行「超期后督办」的 assistant-manager 看不懂" })
	void cellThatCannotBeReadIsNamed(String right, String wrong, String sentence) throws IOException {
		String table = Files.readString(TABLE);
		assertThat(table).contains(right);

		assertThatThrownBy(() -> check(table.replace(right, wrong))).isInstanceOf(Refusal.class)
			.hasMessageContaining("决策表 complaint-deadline.dmn " + sentence);
	}

	@ParameterizedTest
	@CsvSource({ "3, 归还多久后才重新计算, 2个工作日", "4, 到期前多久提醒, 1个工作小时", "6, 超期多久报经理, 1个月", "6, 超期多久报经理, -" })
	void timeBeforeOrAfterALimitIsFixed(int output, String label, String cell) throws IOException {
		String table = Files.readString(Path.of("processes", "key", "key-loan-rule.dmn"));

		assertThatCode(() -> check(table)).doesNotThrowAnyException();
		assertThatThrownBy(() -> check(
				table.replaceFirst("(?s)(\"Rule_1_Output_" + output + "\">\\s*<text>\")[^\"]*", "$1" + cell)))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("第 1 行「" + label + "」的 \"" + cell + "\" 看不懂")
			.hasMessageContaining("只能写小时或天");
	}

	@Test
	void tableWithoutLimitsIsNotLookedInto() throws IOException {
		String table = Files.readString(Path.of("processes", "complaint", "complaint-superior.dmn"));

		assertThatCode(() -> check(table.replace("\"cs-supervisor\"", "\"nobody\""))).doesNotThrowAnyException();
	}

	private static void check(String table) {
		DeadlineTables.check("complaint-deadline.dmn", table.getBytes(StandardCharsets.UTF_8));
	}

}
