package org.wuyeflow.deadline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitTest {

	@ParameterizedTest
	@CsvSource({ "30个工作分钟, 30, WORKING_MINUTES", "30工作分钟, 30, WORKING_MINUTES", "4工作小时, 4, WORKING_HOURS",
			"4个工作小时, 4, WORKING_HOURS", "2工作日, 2, WORKING_DAYS", "' 2个工作日 ', 2, WORKING_DAYS", "12小时, 12, HOURS",
			"12个小时, 12, HOURS", "7天, 7, DAYS", "1个月, 1, MONTHS", "999天, 999, DAYS" })
	void limitIsReadAsAManagerWritesIt(String text, int amount, Limit.Unit unit) {
		assertThat(Limit.parse(text)).isEqualTo(new Limit(amount, unit));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "2", "工作日", "0天", "-1天", "02天", "1000天", "2.5天", "两天", "2 天", "1月", "2天半", "30分钟",
			"2日", "P2D", "2工作日2工作日", "２天", "7个天" })
	void whatIsNoLimitIsRefusedWithTheWayToWriteOne(String text) {
		assertThatThrownBy(() -> Limit.parse(text)).isInstanceOf(Refusal.class).hasMessageContaining("「2个工作日」");
	}

	@Test
	void limitIsShownAsItIsRead() {
		for (Limit.Unit unit : Limit.Unit.values()) {
			Limit limit = new Limit(3, unit);
			assertThat(Limit.parse(limit.toString())).isEqualTo(limit);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1个工作小时", "2个工作日", "1个月" })
	void whatIsNotTheSameAlwaysCannotBeTakenFromAnEnd(String text) {
		assertThatThrownBy(() -> Limit.parse(text).elapsed()).isInstanceOf(Refusal.class)
			.hasMessageContaining("只能写「2小时」「7天」的样子");
	}

}
