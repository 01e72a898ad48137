package org.wuyeflow.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShownValueTest {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	@Test
	void valuesAreShownAsPeopleReadThem() {
		assertThat(shown(Instant.parse("2026-03-05T16:30:59Z"))).isEqualTo("2026-03-06 00:30");
		assertThat(shown(LocalDateTime.of(2026, 3, 5, 9, 5))).isEqualTo("2026-03-05 09:05");
		assertThat(shown(LocalDate.of(2026, 3, 5))).isEqualTo("2026-03-05");
		assertThat(shown(true)).isEqualTo("是");
		assertThat(shown(false)).isEqualTo("否");
		assertThat(shown(RecordStatus.CLOSED)).isEqualTo("已办结");
		assertThat(shown(new BigDecimal("1E+3"))).isEqualTo("1000");
		assertThat(shown(null)).isEmpty();
	}

	@Test
	void maskedValueIsMarked() {
		assertThat(ShownValue.of("王小明", SHANGHAI, Optional.of(Personal.Kind.NAME)))
			.isEqualTo(new ShownValue("王**", true));
		assertThat(ShownValue.of("无", SHANGHAI, Optional.of(Personal.Kind.TEXT))).isEqualTo(new ShownValue("无", false));
		assertThat(ShownValue.of(null, SHANGHAI, Optional.of(Personal.Kind.PHONE)))
			.isEqualTo(new ShownValue("", false));
	}

	@Test
	void personOfALineIsMaskedAsANameAndItsWordsAsAText() {
		List<Line> lines = List.of(new Line("借出", "赵师傅"), new Line("电话 13700137000", null));

		assertThat(ShownValue.of(lines, SHANGHAI, Optional.of(Personal.Kind.TEXT)))
			.isEqualTo(new ShownValue("2026-03-05 09:05 何秀英 借出（赵**）\n2026-03-05 09:05 何秀英 电话 137****7000", true));
		assertThat(shown(lines)).startsWith("2026-03-05 09:05 何秀英 借出（赵师傅）\n");
	}

	@Test
	void loggedValueBecomesWhatItWas() {
		assertThat(ShownValue.fromLog(RecordStatus.class, "OPEN")).isEqualTo(RecordStatus.OPEN);
		assertThat(ShownValue.fromLog(RecordStatus.class, "FORMER")).isEqualTo("FORMER");
		assertThat(ShownValue.fromLog(Instant.class, "2026-03-05T16:30:59Z"))
			.isEqualTo(Instant.parse("2026-03-05T16:30:59Z"));
		assertThat(ShownValue.fromLog(String.class, "x")).isEqualTo("x");
		assertThat(ShownValue.fromLog(Boolean.class, null)).isNull();
	}

	@Test
	void longTextIsShortenedInAListBetweenWholeSigns() {
		ShownValue text = new ShownValue("𠮷\n祥".repeat(10), false);
		assertThat(text.brief(4)).isEqualTo("𠮷 祥𠮷…");
		assertThat(new ShownValue("短", false).brief(4)).isEqualTo("短");
	}

	@Test
	void attributeOfAnEmbeddableHasItsOwnLabelAndItsOwnersPrivacy() {
		assertThat(AuditedField.of(Letter.class, "sender.phone")).hasValueSatisfying((field) -> {
			assertThat(field.label()).contains("电话");
			assertThat(field.kind()).contains(Personal.Kind.PHONE);
		});
		assertThat(AuditedField.of(Letter.class, "sender.street")).hasValueSatisfying((field) -> {
			assertThat(field.label()).isEmpty();
			assertThat(field.kind()).contains(Personal.Kind.TEXT);
		});
		assertThat(AuditedField.of(Letter.class, "missing")).isEmpty();
	}

	private static String shown(Object value) {
		return ShownValue.of(value, SHANGHAI, Optional.empty()).text();
	}

	private record Line(String what, String person) implements FormLine {

		@Override
		public Instant at() {
			return Instant.parse("2026-03-05T01:05:00Z");
		}

		@Override
		public String by() {
			return "何秀英";
		}

	}

	private record Letter(@Personal(Personal.Kind.TEXT) Sender sender) {
	}

	private record Sender(@FormField("电话") @Personal(Personal.Kind.PHONE) String phone, String street) {
	}

}
